using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Demo;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Macros;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.Demo;

/// <summary>What the demo's agents say often. An installation that has macros keeps its own.</summary>
internal sealed class DemoTexts(TicketsDbContext db, IUserDirectory people, TimeProvider clock) : IDemoData
{
    private static readonly (string Name, MacroChange Change, string Reply)[] Macros =
    [
        (
            "Ask for the error message",
            new MacroChange { Status = "waiting_on_employee", Assignee = MacroChange.Me },
            "Hello {{requester.first_name}},\n\nwhat exactly does the message say, and when did you see it first? A picture of the screen is best.\n\n{{agent.name}}"),
        (
            "Turned off and on again",
            new MacroChange { Status = "resolved", AddTags = ["restart"] },
            "Hello {{requester.first_name}},\n\nafter a restart it works again. If it comes back, answer here and {{ticket.number}} opens again.\n\n{{agent.name}}"),
        ("Not urgent after all", new MacroChange { Priority = "low" }, ""),
    ];

    private static readonly (string Name, string Body)[] Answers =
    [
        ("How to reach us in a hurry", "If you cannot work at all, call extension **4711**. Somebody is there from 7:30 to 18:00."),
        ("Thanks for your patience", "Thank you for your patience, {{requester.first_name}}. We are on it and write again by tomorrow noon."),
    ];

    public int Order => 35;

    public async Task<IReadOnlyList<string>> SeedAsync(CancellationToken cancellationToken)
    {
        var owner = (await people.StaffAsync(cancellationToken)).FirstOrDefault(member => member.Email.EndsWith("@demo.example", StringComparison.OrdinalIgnoreCase));
        if (owner is null || await db.Macros.AnyAsync(cancellationToken))
        {
            return [];
        }

        var now = clock.Now();
        db.AddRange(Macros.Select(macro => new Macro
        {
            Id = Guid.CreateVersion7(now),
            OwnerId = owner.Id,
            Sharing = Sharing.Everybody,
            Name = macro.Name,
            Change = macro.Change.Write(),
            Reply = macro.Reply,
            CreatedAt = now,
            Version = 1,
        }));
        db.AddRange(Answers.Select(answer => new CannedAnswer
        {
            Id = Guid.CreateVersion7(now),
            OwnerId = owner.Id,
            Sharing = Sharing.Everybody,
            Name = answer.Name,
            Body = answer.Body,
            CreatedAt = now,
            Version = 1,
        }));
        await db.SaveChangesAsync(cancellationToken);
        return [$"{Macros.Length} macros"];
    }
}
