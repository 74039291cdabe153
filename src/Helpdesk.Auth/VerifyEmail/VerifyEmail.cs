using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Helpdesk.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.VerifyEmail;

internal sealed record VerifyEmailRequest
{
    public string Token { get; init; } = "";
}

internal sealed class VerifyEmailHandler(AuthDbContext db, ISiteSettings settings, AuditLog audit, TimeProvider clock)
{
    public const string WasUsed = "This link was already used. Sign in.";
    public const string IsTooOld = "This link is too old. Send a new one.";

    public async Task<Outcome<Done>> HandleAsync(VerifyEmailRequest request, CancellationToken cancellationToken)
    {
        var link = await VerificationLink.FindAsync(db, request.Token, clock.GetUtcNow(), cancellationToken);
        if (link.State != LinkState.Good)
        {
            return Refuse(link.State);
        }

        link.Token!.UsedAt = clock.GetUtcNow();
        if (link.SignUp is { } signUp)
        {
            var site = await settings.GetAsync(cancellationToken);
            var user = signUp.Accept(clock.GetUtcNow());
            user.TimeZone = site.TimeZone;
            user.Language = site.Language;
            db.Add(user);
            audit.Add(db, "account.created", AuditSubject.Person(user.Id), new { role = RoleNames.Of(user.Role), by = "sign-up" }, user.Id);
        }
        else
        {
            link.User!.EmailConfirmed = true;
        }

        var person = link.SignUp?.Id ?? link.User!.Id;
        audit.Add(db, "account.address-verified", AuditSubject.Person(person), actorId: person);

        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Done.It;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refuse(LinkState.Used);
        }
        catch (DbUpdateException exception) when (exception.IsTakenAddress())
        {
            return Refuse(LinkState.Used);
        }
    }

    private static Refusal.Invalid Refuse(LinkState state) =>
        new(nameof(VerifyEmailRequest.Token), state == LinkState.Used ? WasUsed : IsTooOld);
}

internal enum LinkState
{
    Good,
    Used,

    /// <summary>Also one that was never given: who holds it is told the same.</summary>
    TooOld,
}

/// <summary>A link of a verification mail with what it proves: a sign-up, or an account that was let in without.</summary>
internal sealed record VerificationLink(LinkState State, OneTimeToken? Token, PendingSignUp? SignUp, User? User)
{
    public string? Email => SignUp?.Email ?? User?.Email;

    public static async Task<VerificationLink> FindAsync(AuthDbContext db, string text, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var hash = Secret.Hash(text);
        var found = await (
            from token in db.OneTimeTokens
            where token.Hash == hash && token.Purpose == OneTimePurpose.VerifyEmail
            join signUp in db.SignUps on token.SignUpId equals signUp.Id into signUps
            from signUp in signUps.DefaultIfEmpty()
            join user in db.Users on token.UserId equals user.Id into users
            from user in users.DefaultIfEmpty()
            select new { Token = token, SignUp = signUp, User = user })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return new(LinkState.TooOld, null, null, null);
        }

        var isUsed = found.Token.UsedAt is not null || found.SignUp?.AcceptedAt is not null || found.User?.EmailConfirmed == true;
        return new(
            isUsed ? LinkState.Used : found.Token.ExpiresAt <= now ? LinkState.TooOld : LinkState.Good,
            found.Token,
            found.SignUp,
            found.User);
    }
}
