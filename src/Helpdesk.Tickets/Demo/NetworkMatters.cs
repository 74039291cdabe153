using Helpdesk.Tickets.Model;
using static Helpdesk.Tickets.Demo.DemoStep;
using static Helpdesk.Tickets.Model.TicketPriority;

namespace Helpdesk.Tickets.Demo;

internal static class NetworkMatters
{
    public static readonly DemoMatter[] All =
    [
        new("Network", Medium, "VPN disconnects every 20 minutes when I work from the train between Hamburg and Berlin",
            "The connection drops at each tunnel and does not come back by itself. I have to sign in again each time.",
            Asks("Which version does the client show under *About*?"),
            Requester("5.1.2"),
            Note("The log shows that the client renews its lease too late. Try the new profile on one person first."),
            Agent("The client renews its lease too late. I sent you a new profile: it waits through a tunnel instead of giving up. Tell me after the next ride."))
        { Tags = ["vpn"] },
        new("Network", High, "Wi-Fi on the fourth floor is gone",
            "Nobody on the fourth floor has Wi-Fi since about 10:15. Cable works.",
            Agent("One of the two access points hangs. It restarts now."),
            Solves("Both work again. If it drops once more we exchange the left one."))
        { Ends = TicketStatus.Closed, Tags = ["wifi"], CopiedIn = 2 },
        new("Network", Low, "Guest Wi-Fi for twelve people on Thursday",
            "We have a workshop with twelve guests in room *Grace*, 9:00 to 17:00.",
            Solves("One code for all twelve lies at the reception from 8:30. It is good until 18:00."))
        { Ends = TicketStatus.Resolved, Tags = ["wifi"] },
        new("Network", Medium, "Video calls freeze in the afternoon",
            "Every day between 14:00 and 15:00 the picture freezes for some seconds. In the morning all is well.",
            Note("The off-site backup runs at 14:00 since the change of last month. Limit it."),
            Agent("We think that a backup takes the line at that hour. From today it may use only a third. Tell us tomorrow how it was."),
            Requester("Better today, one freeze only."),
            Agent("We move it to the night for good. It takes effect on Monday."))
        { Tags = ["video"] },
        new("Network", Medium, "File share is slow from home",
            "Opening a 5 MB file takes a minute. Speed tests look fine.",
            Asks("Is it slow for all folders, or only for *Projects*?"),
            Requester("Only *Projects*."),
            Note("*Projects* has 40,000 files in one folder. Listing is what takes the time.")),
        new("Network", Urgent, "Warehouse scanners offline",
            "All eight scanners say *No server*. We write by hand.",
            Agent("A switch lost its power with the work on the lights. It is back, the scanners come one after the other."),
            Solves("All eight are online and have sent what they kept."))
        { Ends = TicketStatus.Closed, Tags = ["warehouse", "wifi"] },
        new("Network", Low, "Printer cannot be found from the guest network",
            "Our auditors are on the guest network and want to print.",
            Solves("The guest network reaches nothing inside, on purpose. Let them send the file to print@demo.example; it comes out at the reception."))
        { Ends = TicketStatus.Closed },
        new("Network", High, "Web shop cannot be reached from the office",
            "From my phone it works, from any computer in the office it does not."),
        new("Network", Medium, "Fixed address for the new measuring device",
            "The new device in the lab needs a fixed address and must be reachable from the two computers next to it, and from nowhere else.",
            Asks("Tell us its hardware address, it is on the label under *MAC*."))
        { Tags = ["lab"] },
        new("Other", Low, "Who waters the plants in the meeting rooms?",
            "The one in room *Grace* looks sad. Is this a matter for you?",
            Solves("Not for us, but we asked: the facility team does it from now on, on Tuesdays."))
        { Ends = TicketStatus.Closed },
        new("Other", Medium, "Course about the new phones",
            "Several people ask how to move their contacts. Could you show it once for everybody?",
            Agent("Gladly: Wednesday 13:00 in room *Ada*, 30 minutes. We also write an article."))
        { CopiedIn = 2 },
        new("Other", Low, "Lost: grey scarf with a company logo",
            "Left in the server room when we visited it last week."),
        new("Other", Medium, "Inventory list before the audit",
            "The auditors want a list of all laptops with age and user by the end of the month.",
            Note("The export has personal data. Only what they asked for, and through the safe exchange."),
            Asks("We can give age, model and department. Do they need names?"))
        { Tags = ["audit"] },
        new("Other", High, "Smell of burnt plastic in the corridor of the second floor",
            "It is strongest near the copy room.",
            Agent("Somebody is on the way. Keep the copy room closed."),
            Solves("A power strip under the copier had melted. It is replaced, nothing else was touched."),
            Requester("The air is fine again."))
        { Ends = TicketStatus.Resolved, CopiedIn = 1 },
        new("Other", Medium, "Add the new address to the mail footer",
            "We move to the new house in autumn. When do the mail footers change, and who does it?"),
    ];
}
