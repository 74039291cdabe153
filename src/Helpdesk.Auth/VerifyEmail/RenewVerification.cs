using Helpdesk.Auth.Data;
using Helpdesk.Auth.Guessing;
using Helpdesk.Auth.Mails;
using Helpdesk.Auth.SignUp;
using Helpdesk.Platform;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.VerifyEmail;

/// <summary>Sends the verification mail again. What is answered does not depend on whether there is anything to verify.</summary>
internal sealed class RenewVerificationHandler(AuthDbContext db, AccountMails mails, Limits limits, TimeProvider clock)
{
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(60);

    public async Task<Outcome<SignUpTicket>> HandleAsync(SignUpTicket ticket, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var wait = ticket.SentAt + Pause - now;
        if (wait > TimeSpan.Zero)
        {
            return new Refusal.Later($"The message is on its way. You can send it again in {Math.Ceiling(wait.TotalSeconds):0} seconds.", wait);
        }

        if (await limits.VerificationMailAsync(ticket.Email, cancellationToken) is { } later)
        {
            return later;
        }

        var signUp = await db.SignUps.AsNoTracking()
            .SingleOrDefaultAsync(found => found.Id == ticket.Id && found.AcceptedAt == null, cancellationToken);
        if (signUp is not null)
        {
            mails.AddVerification(db, signUp);
        }
        else if (await db.Users.AsNoTracking().SingleOrDefaultAsync(found => found.Id == ticket.Id && !found.EmailConfirmed, cancellationToken) is { } user)
        {
            mails.AddVerification(db, user);
        }

        await db.SaveChangesAsync(cancellationToken);
        return ticket with { SentAt = now };
    }

    /// <summary>From a link that is too old: whoever has it got the mail, so it stands for the ticket of its sign-up.</summary>
    public async Task<SignUpTicket?> TicketOfAsync(string token, CancellationToken cancellationToken)
    {
        var link = await VerificationLink.FindAsync(db, token, clock.GetUtcNow(), cancellationToken);
        return (link.SignUp?.Id ?? link.User?.Id) is { } id ? new SignUpTicket(id, link.Email!, DateTimeOffset.MinValue) : null;
    }
}
