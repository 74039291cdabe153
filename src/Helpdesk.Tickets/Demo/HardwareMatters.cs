using Helpdesk.Tickets.Model;
using static Helpdesk.Tickets.Demo.DemoStep;
using static Helpdesk.Tickets.Model.TicketPriority;

namespace Helpdesk.Tickets.Demo;

internal static class HardwareMatters
{
    public static readonly DemoMatter[] All =
    [
        new("Hardware", Urgent, "Printer on the third floor smokes",
            "The big printer next to the kitchen smokes since this morning. I pulled the plug.\n\nThe display said `E-4711` before it went dark.",
            Note("Same model as the one on the first floor last year. The maker recalls the fuser: **do not** plug it in again."),
            Asks("Thank you for pulling the plug, that was right.\n\n- Does the red light still blink?\n- Is anything else on that socket?"),
            Requester("Nothing blinks. The coffee machine hangs on the same socket."),
            Agent("Leave the coffee machine off until an electrician has looked. She comes at 15:00."))
        { Tags = ["printer"], CopiedIn = 2 },
        new("Hardware", Medium, "Second screen stays black after the move",
            "We moved desks on Friday. My left screen does not wake up any more, the right one works.",
            Asks("Does the left screen show anything when you press its own button, such as \"No signal\"?"),
            Requester("Yes, *No signal*."),
            Solves("Then it is the cable: the long ones from the old desks do not carry that resolution. I left a new one at your place."),
            Requester("Works. Thank you!"))
        { Ends = TicketStatus.Closed },
        new("Hardware", Low, "Laptop fan is loud in meetings",
            "People on calls hear my laptop more than me. It starts about five minutes after I join.",
            Agent("The update of last week changed how the fan is driven on your model. I put you on the list for the fix, it should arrive by Thursday."),
            Requester("Since Thursday it is quiet."))
        { Ends = TicketStatus.Resolved, Tags = ["laptop"] },
        new("Hardware", High, "Laptop does not charge any more",
            "The charging light stays off, with three different chargers. I have about 40 % left and a customer visit tomorrow.",
            Note("Port looks burnt on the photo in chat. Not a repair for today."),
            Agent("Come by the service desk before 17:00, a loan laptop with your profile is ready. We send yours in."))
        { Tags = ["laptop", "loan"] },
        new("Hardware", Medium, "Headset: others hear an echo",
            "Only in calls with more than three people. The headset is the blue one from the starter kit."),
        new("Hardware", Low, "Larger mouse for the left hand",
            "My wrist hurts in the evening. The company doctor says that a vertical mouse would help, and I am left-handed.",
            Agent("We order one. Left-handed ones take about ten days."),
            Note("Ordered on the ergonomics budget, approval is on file."))
        { Ends = TicketStatus.InProgress },
        new("Hardware", Medium, "Docking station drops the network",
            "Whenever I plug in the second screen, the network goes away for some seconds. File transfers break.",
            Asks("Which number is on the sticker under the dock? It begins with *DS*."),
            Requester("DS-2210-07."),
            Note("Firmware older than 1.4 does that. The tool needs the lid open for ten minutes."),
            Asks("I can update it from here. It takes ten minutes and the screens go dark. When does it suit you?"))
        { Tags = ["dock"] },
        new("Hardware", Medium, "Keyboard types every letter twice",
            "It ssttaarrtteedd today. Cleaning it did not help.",
            Solves("A new keyboard is in your pigeonhole. Put the old one into the box under it."))
        { Ends = TicketStatus.Closed },
        new("Hardware", High, "Badge reader at the north door is dead",
            "Nobody gets in at the north door since 7:40. People walk around the whole building in the rain.",
            Agent("The reader has no power. Facilities open the door by hand until noon, the electrician is on the way."),
            Solves("The reader works again: a fuse."))
        { Tags = ["door"], CopiedIn = 1 },
        new("Hardware", Low, "Where do old phones go?",
            "I have three old company phones in my drawer. Where do I bring them, and do I have to wipe them first?",
            Solves("To the grey box at the service desk. Remove the SIM card; we wipe them and note the serial numbers."))
        { Ends = TicketStatus.Resolved },
        new("Hardware", Medium, "Projector in room Ada shows everything green",
            "All presentations look like the film about the hackers. Room *Ada*, since the last cleaning.")
        { Tags = ["meeting-room"] },
        new("Hardware", Urgent, "Label printer in the warehouse stands still",
            "We cannot ship. The label printer says \"Head open\" although it is closed. 120 parcels wait for the truck at 16:00.",
            Agent("On my way with the spare printer."),
            Note("The latch is broken. The spare is the last one: order another."),
            Solves("The spare runs with your labels. We repair the other one this week."),
            Requester("Truck is loaded. You saved us."))
        { Ends = TicketStatus.Closed, Tags = ["printer", "warehouse"], CopiedIn = 2 },
        new("Hardware", Medium, "Phone battery lasts three hours",
            "The phone is two years old. By noon it is empty, and I am on the road all day.",
            Agent("It is due for exchange. The new one arrives on Wednesday; bring the old one along, moving over takes half an hour.")),
    ];
}
