using Helpdesk.Auth.Contracts;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.HandOver;
using Helpdesk.Auth.InvitePeople;
using Helpdesk.Auth.Model;
using Helpdesk.Auth.People;
using Helpdesk.Platform;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.ImportPeople;

internal sealed record ImportPeopleRequest
{
    /// <summary>With a header that names the columns: name, email, role, team.</summary>
    public string Csv { get; init; } = "";
}

internal enum ImportResult
{
    /// <summary>Gets an account and an invitation.</summary>
    New,

    /// <summary>Is there and gets another name, role or team.</summary>
    Changed,

    /// <summary>Is there and like that already.</summary>
    Unchanged,

    /// <summary>Is left out; the sentence says why.</summary>
    Refused,
}

internal sealed record ImportedLine(int Line, string Name, string Email, ImportResult Result, string? Sentence);

/// <summary>What a trial found, or what was done.</summary>
internal sealed record ImportView(bool IsTrial, int New, int Changed, int Unchanged, int Refused, IReadOnlyList<ImportedLine> Lines)
{
    public static ImportView Of(bool isTrial, IReadOnlyList<ImportedLine> lines)
    {
        int Count(ImportResult result) => lines.Count(line => line.Result == result);
        return new(isTrial, Count(ImportResult.New), Count(ImportResult.Changed), Count(ImportResult.Unchanged), Count(ImportResult.Refused), lines);
    }

    internal int Acts => New + Changed;
}

/// <summary>Makes and changes people by a list. A trial does the same and saves nothing. A line that is wrong does not hold the others back.</summary>
internal sealed class ImportPeopleHandler(AuthDbContext db, Invitations invitations, ImportStep step, HandOvers handOvers)
{
    public async Task<Outcome<ImportView>> HandleAsync(ImportPeopleRequest request, bool isTrial, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsAdmin)
        {
            return PeopleRules.AdminsOnly;
        }

        var read = PeopleCsv.Read(request.Csv);
        if (read.Value is not { } file)
        {
            return read.Refusal!;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var taken = await invitations.TakenAsync(file.Lines.Select(line => line.Who), cancellationToken);
        var admins = await ActiveAdmins.LockWithAsync(db, [.. taken.Values], cancellationToken);
        if (!admins.Include(user.Id))
        {
            return PeopleRules.AdminsOnly;
        }

        var present = taken.Values.Select(admins.Find).OfType<User>().ToDictionary(person => person.NormalizedEmail!);
        var worked = present.Values.Where(person => person.Works).ToList();
        var results = await step.TakeAllAsync(file.Lines, admins, present, user, cancellationToken);
        var view = ImportView.Of(isTrial, results);
        if (isTrial)
        {
            return view;
        }

        var left = worked.Where(person => !person.Works).ToList();
        foreach (var person in left)
        {
            await handOvers.DecideAsync(person.Id, WorkTaker.Nobody, user, cancellationToken);
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.IsTakenAddress())
        {
            return new Refusal.Conflict("Somebody made one of these accounts in the meantime. Nothing was imported. Check the file again.");
        }

        await transaction.CommitAsync(cancellationToken);
        foreach (var person in left)
        {
            // It is decided, whether the caller waits or not.
            await handOvers.DoAsync(person.Id, CancellationToken.None);
        }

        return view;
    }
}
