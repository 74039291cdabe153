using Helpdesk.Platform;
using Helpdesk.Tickets.Model;

namespace Helpdesk.Tickets.Samples;

/// <summary>A ticket as it is filed, and what happens to it from then on.</summary>
internal sealed record SampleMatter(string Category, TicketPriority Priority, string Subject, string Description)
{
    public TimeSpan Age { get; init; }

    public Action<SampleActs> Then { get; init; } = _ => { };
}

/// <summary>What people do to one sample ticket, one after the other, a quarter of an hour apart.</summary>
internal sealed class SampleActs(Ticket ticket, CurrentUser requester, CurrentUser admin)
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(15);

    private DateTimeOffset at = ticket.CreatedAt;

    public void Take() => ticket.Take(admin, Next());

    public void Note(string text) => ticket.TakeNote(admin, text, TicketChannel.Web, Next());

    public void Answer(string text, TicketStatus? status = null) => ticket.Reply(admin, Wording.Of(text), TicketChannel.Web, Next(), status);

    public void Ask(string text) => Answer(text, TicketStatus.WaitingOnEmployee);

    public void Solve(string text) => Answer(text, TicketStatus.Resolved);

    public void Hear(string text) => ticket.Reply(requester, Wording.Of(text), TicketChannel.Web, Next());

    private DateTimeOffset Next() => at += Step;
}

/// <summary>Six matters, one for each thing that is worth trying first.</summary>
internal static class SampleMatters
{
    public const string Mark = "Sample: ";

    public static IReadOnlyList<SampleMatter> All { get; } =
    [
        new("Hardware", TicketPriority.Medium, "The printer on floor 2 prints grey stripes",
            """
            Every page has two grey stripes since this morning.

            *This is a sample. Nobody has taken this ticket yet: press **Take** and it is yours. In the queue, the key `i` does the same.*
            """)
        {
            Age = TimeSpan.FromMinutes(40),
        },
        new("Network", TicketPriority.Urgent, "No Wi-Fi in the meeting rooms",
            """
            Nobody gets on the Wi-Fi in the meeting rooms, and visitors come at two.

            *This is a sample. It is urgent, so it stands at the top when you sort the queue by priority. Try **Note**: it is for the team alone.*
            """)
        {
            Age = TimeSpan.FromHours(2),
        },
        new("Access", TicketPriority.Medium, "Access to the shared calendar",
            "I help out at the front desk from Monday and need the shared calendar.")
        {
            Age = TimeSpan.FromHours(5),
            Then = acts =>
            {
                acts.Take();
                acts.Note("This is an internal note: the requester never sees it, neither here nor in a mail.");
                acts.Answer("You can read the calendar now. Changing it takes the agreement of its owner, whom I have asked.");
            },
        },
        new("Software", TicketPriority.High, "The time sheet loses my entries",
            "I fill in the week and press *Save*. The next day Thursday is empty again.")
        {
            Age = TimeSpan.FromHours(20),
            Then = acts =>
            {
                acts.Take();
                acts.Ask("Is the page open in a second window, or on a second device?\n\n*This is a sample. The ticket waits for the requester. When an answer comes, it is in progress again by itself.*");
            },
        },
        new("Hardware", TicketPriority.Low, "The fan of my laptop is loud in meetings",
            "People on calls hear my laptop more than me.")
        {
            Age = TimeSpan.FromHours(26),
            Then = acts =>
            {
                acts.Take();
                acts.Ask("Does it begin as soon as you join, or after some minutes?");
                acts.Hear("After about five minutes.");
                acts.Answer("Then it is the camera's picture. I have sent you a new version of its program: try it in the next meeting.");
            },
        },
        new("Other", TicketPriority.Low, "Where do old phones go?",
            "I have two old company phones in my drawer.")
        {
            Age = TimeSpan.FromHours(30),
            Then = acts =>
            {
                acts.Take();
                acts.Solve("Into the grey box at the service desk. We wipe them.\n\n*This is a sample. The ticket is resolved, and could become an article: look under **More actions**.*");
            },
        },
    ];
}
