using Helpdesk.Platform;
using Helpdesk.Tickets.Live;

namespace Helpdesk.Tests.Tickets;

/// <summary>Who hears of a change of a ticket.</summary>
public sealed class TicketTopicTests
{
    private static readonly Guid Ticket = Guid.NewGuid();
    private static readonly CurrentUser Requester = new() { Id = Guid.NewGuid() };
    private static readonly CurrentUser Copied = new() { Id = Guid.NewGuid() };
    private static readonly CurrentUser Stranger = new() { Id = Guid.NewGuid() };
    private static readonly CurrentUser Agent = new() { Id = Guid.NewGuid(), IsStaff = true };

    [Fact]
    public async Task The_team_hears_all_and_employees_what_is_theirs_and_public()
    {
        var shown = $"{Ticket} p {Requester.Id} 1798000000000000 {Requester.Id} {Copied.Id}";
        var inside = $"{Ticket} i - 1798000000000000 {Requester.Id} {Copied.Id}";
        foreach (var reader in new[] { Agent, Copied })
        {
            Assert.Equal($"{Ticket} 1798000000000000", (await HearAsync(shown, reader))!);
        }

        // One's own act is told as such.
        Assert.Equal($"{Ticket} 1798000000000000 own", await HearAsync(shown, Requester));
        Assert.Equal($"{Ticket} 1798000000000000", await HearAsync(inside, Agent));
        Assert.Null(await HearAsync(inside, Requester));
        Assert.Null(await HearAsync(inside, Copied));
        Assert.Null(await HearAsync(shown, Stranger));
        Assert.Null(await HearAsync("", Agent));
        Assert.Null(await HearAsync(Ticket.ToString(), Agent));
    }

    private static async Task<string?> HearAsync(string data, CurrentUser reader) =>
        (await new TicketTopic().ForAsync(data, reader, null!, CancellationToken.None))?.Data;
}
