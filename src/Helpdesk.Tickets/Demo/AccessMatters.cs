using Helpdesk.Tickets.Model;
using static Helpdesk.Tickets.Demo.DemoStep;
using static Helpdesk.Tickets.Model.TicketPriority;

namespace Helpdesk.Tickets.Demo;

internal static class AccessMatters
{
    public static readonly DemoMatter[] All =
    [
        new("Access", Medium, "Access to the shared folder “Finance 2027”",
            "I need to read the budget before Thursday. Ada agreed, she is copied in.")
        { CopiedIn = 1 },
        new("Access", High, "New colleague begins on Monday",
            "Olena's new colleague starts on Monday in the lab. She needs:\n\n1. an account and mail\n2. a laptop with two screens\n3. the badge for floors 1 and 4",
            Note("Account is made, it opens on Monday at 7:00. Badge form went to reception."),
            Agent("Account and laptop are ready. For the badge the reception needs a photo by Friday."))
        { Tags = ["new-starter"] },
        new("Access", Low, "Remove me from the list “All Vienna”",
            "I moved to Berlin in spring and still get the lunch menu of the Vienna office. It makes me hungry.",
            Solves("Done. The menu of Berlin is under *Canteen* in the portal."))
        { Ends = TicketStatus.Closed },
        new("Access", Urgent, "Account locked before a customer call",
            "My account is locked, the call begins in 20 minutes.",
            Solves("It is open again. Somebody tried your address with many passwords; nothing got through."),
            Note("Eleven tries from one network abroad. Blocked there; security knows."),
            Requester("I am in. Thank you for being so quick."))
        { Ends = TicketStatus.Resolved, Tags = ["security"] },
        new("Access", Medium, "Two people need the mailbox “Events”",
            "Amina and I run the summer party and need the mailbox *Events* until August.",
            Asks("May you both send from it, or only read?"),
            Requester("Both: read and send."),
            Agent("Both may read and send until 31 August. It appears by itself after a restart.")),
        new("Access", Medium, "Phone for the second factor is lost",
            "I left my phone in a taxi in Prague. I cannot sign in to anything that asks for a code.",
            Note("Identity checked by video, badge shown. Old device removed."),
            Agent("The lost phone is removed from your account. Here at the desk we set up a new one in five minutes, or by video if you are still away."),
            Requester("Back in the office tomorrow at 9."))
        { Tags = ["security"] },
        new("Access", Low, "Rename my account after the wedding",
            "My name changed. Can my address change too, and will mails to the old one still arrive?",
            Asks("Congratulations! Yes to both. From which day on?")),
        new("Access", High, "Former contractor still in the group “Plans”",
            "Their contract ended in June, and they are still shown in the group.",
            Agent("The account itself has been closed since June, so nobody can use it. The group shows a cached list; I cleared it."),
            Note("Checked the sign-in log: none since 30 June."),
            Solves("The list is right now."))
        { Ends = TicketStatus.Closed, Tags = ["security", "audit"] },
        new("Access", Medium, "Cannot open the page with my pay slips",
            "It says *403*. It worked last month."),
        new("Access", Medium, "Trainee needs the lab measurements, reading only",
            "For three months, from the 1st. She must not be able to change anything.",
            Agent("Reading rights are set from the 1st to the end of the third month, then they end by themselves."))
        { Ends = TicketStatus.Resolved },
        new("Access", Low, "Who may see my calendar?",
            "A colleague knew the title of a private appointment. What do others see?",
            Asks("Others see *busy* for private ones and the title for the rest. Was the appointment marked as private?"),
            Requester("No, I did not know that one can."),
            Solves("Right-click on it and choose *Private*. I set it as your standard for appointments without guests."))
        { Ends = TicketStatus.Closed },
        new("Access", High, "Door code for the server room",
            "The electrician comes on Tuesday and needs an hour in the server room. Can somebody of you be there?",
            Note("Nobody goes in alone. Jonas has the morning."))
        { Tags = ["door"] },
    ];
}
