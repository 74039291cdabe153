using Helpdesk.Tickets.Model;

namespace Helpdesk.Tickets.Demo;

/// <summary>What happens to one demo ticket, in order.</summary>
internal sealed record DemoStory(string Category, string Subject, string Description, params DemoStep[] Steps)
{
    public TicketPriority Priority { get; init; } = TicketPriority.Medium;

    public IReadOnlyList<string> Tags { get; init; } = [];
}

internal abstract record DemoStep
{
    internal sealed record Take : DemoStep;

    internal sealed record Say(string Text, TicketStatus? Status = null) : DemoStep;

    internal sealed record Answer(string Text) : DemoStep;

    internal sealed record Remark(string Text) : DemoStep;
}

internal static class DemoStories
{
    private const TicketStatus Solved = TicketStatus.Resolved;
    private const TicketStatus Waiting = TicketStatus.WaitingOnEmployee;

    public static IReadOnlyList<DemoStory> All { get; } =
    [
        new("Access", "I cannot open the budget folder", "It says that I lack the rights. I need it until Thursday.",
            new DemoStep.Take(), new DemoStep.Say("I asked the owner of the folder. Read rights are enough?", Waiting),
            new DemoStep.Answer("Yes, reading is enough."), new DemoStep.Say("Done. Sign out and in once, then it works.", Solved)),
        new("Hardware", "The dock does not charge my laptop", "Screen and network work, the battery still goes down.",
            new DemoStep.Take(), new DemoStep.Remark("Third one of this series. The power supplies are too small."),
            new DemoStep.Say("Your dock came with a weak power supply. A new one lies at the reception.", Solved), new DemoStep.Answer("Thank you, it charges now.")),
        new("Software", "Spreadsheet closes when I filter", "Every time I filter the column *Region*.\n\n1. Open the file\n2. Filter\n3. It is gone",
            new DemoStep.Take(), new DemoStep.Say("Which version is it? *Help → About* tells.", Waiting)),
        new("Network", "Wi-Fi is slow in the meeting room on the second floor", "Calls freeze every few minutes, since Monday.",
            new DemoStep.Take(), new DemoStep.Remark("The access point there runs on 2.4 GHz only after the update."),
            new DemoStep.Say("We found a fault in the access point and replace it tonight."))
        {
            Priority = TicketPriority.High,
            Tags = ["wifi"],
        },
        new("Hardware", "Second screen stays black after lunch", "Unplugging helps until the next break.",
            new DemoStep.Take(), new DemoStep.Say("Try the other cable in the drawer below the desk first.", Waiting)),
        new("Access", "New colleague starts on the first", "Please prepare an account, a badge and a laptop. She works in **Finance**.",
            new DemoStep.Take(), new DemoStep.Say("Account and badge are ready, the laptop follows tomorrow.")),
        new("Software", "Licence for the drawing program ran out", "It opens read-only since today.")
        {
            Priority = TicketPriority.High,
        },
        new("Other", "The clock in the hall is wrong", "It shows ten minutes too late. Not urgent.")
        {
            Priority = TicketPriority.Low,
        },
        new("Network", "VPN disconnects every 20 minutes on the train", "At home it is fine.\n\n```\nerror 42: lease renewal timed out\n```",
            new DemoStep.Take(), new DemoStep.Remark("See the article on the client's update. Same error 42."),
            new DemoStep.Say("A newer client mends this. Install it from *Software Centre* and tell us if it still drops.", Waiting),
            new DemoStep.Answer("Installed. It dropped once, then held for two hours."))
        {
            Tags = ["vpn"],
        },
        new("Hardware", "Printer on the third floor smells burnt", "I pulled the plug. It smells of hot plastic.",
            new DemoStep.Take(), new DemoStep.Say("Thank you for pulling the plug, that was right. Does the **red light** still blink?", Waiting),
            new DemoStep.Answer("No, it is dark."), new DemoStep.Remark("Fuser again: `E-4711`. The vendor takes it back."))
        {
            Priority = TicketPriority.Urgent,
            Tags = ["printer"],
        },
        new("Access", "My badge does not open the garage", "Red light since this morning. The front door works."),
        new("Software", "Outlook asks for the password again and again", "I changed my password on Friday.",
            new DemoStep.Take(), new DemoStep.Say("It kept the old one. The article *Outlook asks for the password again and again* shows how to remove it.", Solved)),
        new("Network", "Shared drive is gone", "Drive S: is missing for the whole team in Vienna. Nobody can work on the tenders.")
        {
            Priority = TicketPriority.Urgent,
        },
        new("Hardware", "Headset for calls", "Mine broke. Is there a model with a cable?", new DemoStep.Take()),
        new("Software", "Please install the statistics package", "The maker's page says that it is free for companies. Two of us would use it.")
        {
            Priority = TicketPriority.Low,
        },
        new("Other", "Where do old phones go?", "I have three of them in my drawer."),
    ];
}
