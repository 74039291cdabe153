using Helpdesk.Tickets.Model;
using static Helpdesk.Tickets.Demo.DemoStep;
using static Helpdesk.Tickets.Model.TicketPriority;

namespace Helpdesk.Tickets.Demo;

internal static class SoftwareMatters
{
    public static readonly DemoMatter[] All =
    [
        new("Software", High, "Time sheet loses my entries",
            "I fill in the week, press *Save*, and on Monday the Thursday is empty again. It happened twice now.",
            Asks("Which browser do you use, and do you have the page open on two devices?"),
            Requester("Firefox, and yes: it stays open on the laptop at home."),
            Note("The old tab writes its stale copy. The maker knows it, fix comes with 8.2."),
            Agent("That is the reason: the tab at home saves its old copy over the new one. Close it until the update on the 14th."))
        { Tags = ["time-sheet"], CopiedIn = 1 },
        new("Software", Medium, "Spreadsheet with 200,000 rows cannot be opened",
            "The export of the sensors became too big. The program says *not enough memory* and closes.",
            Asks("What do you need from it: a few columns, sums, or all of it?"),
            Requester("The hourly means of four columns."),
            Solves("I made you a small page in the reports that computes them: **Reports / Sensors / Hourly**. It is fresh every night."),
            Requester("That saves me a day each month."))
        { Ends = TicketStatus.Closed },
        new("Software", Medium, "Install the drawing program",
            "I take over the floor plans from Kofi and need the drawing program that he has.",
            Agent("The licence moves from his computer to yours tonight. It is in the Software Centre tomorrow."))
        { Tags = ["licence"] },
        new("Software", Low, "Spelling is checked in the wrong language",
            "I write in Portuguese and everything is underlined in red."),
        new("Software", High, "Mail program asks for the password again and again",
            "It accepts the password, works for a minute and asks again. On the phone everything is fine.",
            Asks("Did you change your password in the last days?"),
            Requester("Yes, on Monday."),
            Solves("The old one was still stored for the calendar. I removed it from here: restart the program once, enter the new one and it stays quiet."))
        { Tags = ["mail", "password"] },
        new("Software", Medium, "Calendar shows my meetings an hour late",
            "Since the clocks changed all meetings made by the Tokyo office are one hour off.",
            Note("Third report. Their room system still has the old zone data."),
            Agent("The meeting rooms in Tokyo sent the wrong zone. It is corrected; meetings made before today must be saved once more."))
        { Tags = ["calendar"], CopiedIn = 2 },
        new("Software", Low, "Dark theme in the ticket system of the warehouse",
            "The night shift asks for a dark theme. The white page hurts.",
            Agent("The maker has one in the next version. We tell you when it is here."))
        { Ends = TicketStatus.WaitingOnEmployee },
        new("Software", Medium, "PDF forms cannot be signed",
            "The *Sign* button is grey. The form is from the tax office.",
            Asks("Can you attach the address where the form comes from? Some are locked by their makers."),
            Requester("It is the one under *Travel costs 2027*."),
            Note("Locked against change. They have a second version without the lock."),
            Solves("That form is locked. The office has another one that can be signed: the link is in our article *Forms of the tax office*.")),
        new("Software", Urgent, "Accounting closes at the month end and the booking program does not start",
            "Error `0x80070005` on all four computers since the update of tonight. The month has to be closed by 18:00 today.",
            Note("Rights on the share were reset by the update. Roll it back for the group *Accounting* first."),
            Agent("The update of tonight is the cause. We take it back on your four computers now, about 15 minutes each."),
            Solves("All four start again. We hold the update back until the maker has corrected it."),
            Requester("Closed the month at 17:20. Thanks to everybody!"))
        { Ends = TicketStatus.Closed, Tags = ["accounting", "update"], CopiedIn = 2 },
        new("Software", Low, "Font for Chinese names is missing in the badge program",
            "The names of our colleagues in Shanghai print as empty boxes.",
            Agent("We install the font tonight. Print a test badge tomorrow and tell us.")),
        new("Software", Medium, "Macro from the old file does not run",
            "The file with the price list says that macros are blocked. It worked until last week."),
        new("Software", High, "Deleted a folder in the project by mistake",
            "I deleted *Offers / 2026* on the share an hour ago, and the bin is empty.",
            Agent("The share keeps versions for 30 days. I bring it back from 9:00, nothing newer is touched."),
            Solves("It is back, with 214 files. Look whether the newest ones are there."),
            Requester("All there. I owe you a cake."))
        { Ends = TicketStatus.Resolved, Tags = ["restore"] },
    ];
}
