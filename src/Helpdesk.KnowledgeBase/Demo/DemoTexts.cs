using Helpdesk.KnowledgeBase.Model;

namespace Helpdesk.KnowledgeBase.Demo;

internal sealed record DemoText(string Category, string Title, string Summary, string Body)
{
    public Visibility Visibility { get; init; } = Visibility.Everyone;

    public bool IsDraft { get; init; }
}

/// <summary>Articles of a made-up company, good enough to read.</summary>
internal static class DemoTexts
{
    public static IReadOnlyList<DemoText> All { get; } =
    [
        new("Network", "Connect to the VPN from home", "Install the client once, sign in each morning, and what to do when it asks for a code.",
            """
            You need the VPN for file shares and the time sheet. Mail and chat work without it.

            ## Install it once

            1. Open **Software Centre** and choose *Company VPN*.
            2. Restart when it asks you to.
            3. Start the client and enter `vpn.demo.example` as the server.

            ## Sign in

            Use your e-mail address and the password of your computer. The client then asks for a code: take it from the app on your phone.

            > The code changes every 30 seconds. When it is refused, wait for the next one.

            ## When it does not connect

            | What you see | What helps |
            | --- | --- |
            | "No response" | Check that other pages open, then try your phone's hotspot |
            | "Code refused" | Set your phone's clock to automatic |
            | It drops after an hour | Update the client in Software Centre |
            """),
        new("Network", "Wi-Fi for guests", "A code for each visit, good for one day, made at the reception.",
            """
            Guests use the network **Visitors**. It reaches the internet and nothing inside the house.

            - The reception makes a code for each guest, for one day.
            - For a workshop with more than ten people, ask two days ahead: one code then serves them all.
            - Your own phone belongs into **Staff**, not into Visitors.
            """),
        new("Hardware", "When a printer smells or smokes", "Pull the plug, do not open it, and keep others away. We replace it the same day.",
            """
            ## First

            1. Pull the plug. The switch alone is not enough.
            2. Open a window.
            3. Put a note on the printer, so that nobody plugs it in again.

            ## Then

            File a ticket with the floor and the number on the label. If the display still shows a code, add it.
            """),
        new("Hardware", "Order a second screen", "Who may have one, which sizes there are, and how long it takes.",
            """
            Everyone with a fixed desk may have one second screen of 24 or 27 inches.

            1. File a ticket in the category *Hardware*.
            2. Tell us the desk number and whether your laptop has USB-C.

            It takes about five working days. For a home office, your manager has to agree in the ticket.
            """),
        new("Hardware", "Your laptop gets hot or loud", "Three things to try before we look at it.",
            """
            1. Restart it. A program that hangs is the usual reason.
            2. Take it off the blanket or out of the bag: it draws its air from below.
            3. Open the task manager and look at what uses the processor.

            Still hot? File a ticket and tell us when it happens.
            """),
        new("Software", "Install a program", "What you may install by yourself and what we do for you.",
            """
            Everything in **Software Centre** is checked and licensed: click *Install*.

            For anything else we look at the licence and the maker first. Tell us in a ticket:

            - the name and the maker's page,
            - what you need it for,
            - who else would use it.
            """),
        new("Software", "Outlook asks for the password again and again", "It has kept an old password. Remove it, then sign in once.",
            """
            This happens after a change of password.

            1. Close Outlook.
            2. Open *Credential Manager* from the start menu.
            3. Remove all entries that begin with `MicrosoftOffice`.
            4. Start Outlook and sign in.
            """),
        new("Software", "Print in colour", "Which printers do, and how to pick one.",
            """
            Printers whose name ends in **-C** print in colour: one on each floor, beside the kitchen.

            Choose *Print → More settings → Colour*. The standard is black and white, to save toner.
            """),
        new("Access", "Your badge does not open the door", "Where to hold it, and who can renew it the same day.",
            """
            Hold the badge flat to the reader for a full second. A green light without a click means that the *door* is at fault: tell the reception.

            A red light means that the badge ran out. The reception renews it, with your identity card.
            """),
        new("Access", "A new phone and your sign-in codes", "Move the codes before you give the old phone away.",
            """
            1. On the old phone, open the authenticator and choose *Export*.
            2. Scan the picture with the new phone.
            3. Sign in once with a code from the new phone before you erase the old one.

            Is the old phone gone? Use a recovery code, or come by with your identity card.
            """),
        new("Access", "Ask for rights on a shared folder", "Name the folder, read or write, and until when.",
            """
            Rights on a folder are given by its owner, not by us. In the ticket, name

            - the full path of the folder,
            - *read* or *write*,
            - until when you need it.

            We ask the owner and tell you the answer, usually within a day.
            """),
        new("Other", "When the helpdesk answers", "Working hours, urgent matters, and what you can do meanwhile.",
            """
            We answer Monday to Friday, 8:00 to 18:00. Something that stops a whole team is urgent at any time: file the ticket, then call the number on the back of your badge.
            """),
        new("Access", "Check who is calling before you reset a password", "The questions to ask, and when to call back.",
            """
            1. Call back on the number in the directory, never on the number shown.
            2. Ask for the badge number.
            3. Write into the ticket who you spoke to.
            """)
        {
            Visibility = Visibility.Internal,
        },
        new("Network", "Moving the file shares in spring", "What will change for readers of the old shares.", "Not decided yet: the date, the names of the new shares.")
        {
            IsDraft = true,
        },
    ];
}
