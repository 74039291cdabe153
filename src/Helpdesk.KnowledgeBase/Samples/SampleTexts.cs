using Helpdesk.KnowledgeBase.Model;

namespace Helpdesk.KnowledgeBase.Samples;

internal sealed record SampleText(string Title, string Summary, Visibility Visibility, string Body);

/// <summary>Three articles that are worth reading in any helpdesk: they say how this one is used.</summary>
internal static class SampleTexts
{
    public static IReadOnlyList<SampleText> All { get; } =
    [
        new("Sample: How to file a ticket", "What to write so that you are helped soon, and what happens after you press Send.", Visibility.Everyone,
            """
            ## Before you file it

            Type a few words into the search on the [first page](/). Often the answer is here already.

            ## What to write

            1. Choose **New ticket** and say in a few words what is wrong: "The printer on floor 2 prints grey stripes".
            2. Choose the category that fits best. The team can change it.
            3. Say what you did, what you expected and what happened. If there is a message, copy its words.
            4. Add a picture or a file: paste it into the text, drop it there, or choose **Add files**.

            > While you write, articles that may help are offered. If one of them solves it, press **This solved it**: then no ticket is filed.

            ## What happens then

            You get a number and a mail. Look at your tickets under **My tickets** at any time.
            """),
        new("Sample: Follow your ticket", "Where your ticket stands, how to answer, and what to do when the trouble comes back.", Visibility.Everyone,
            """
            ## What the states mean

            | state | what it means |
            | --- | --- |
            | We got it | nobody has begun yet |
            | We are working on it | somebody has taken it |
            | Waiting for you | we asked you something and wait for your answer |
            | Resolved | we think that it is done |
            | Closed | it is over |

            ## Answer

            Open the ticket and write under the conversation. Who should read along can be copied in.

            ## It is not solved after all

            Answer on the ticket: a resolved one opens again by itself, and so does one that was closed in the last 14 days.
            """),
        new("Sample: Answer faster with macros", "For the team: macros, canned answers and the keys that save the most time.", Visibility.Internal,
            """
            This article is marked *internal*: only agents and administrators see it.

            - **Canned answers** are texts that you write often. In a reply, type `/` at the beginning of a line and the first letters of its name.
            - **Macros** change the ticket too: the state, the priority, who works on it. You see what one does before you send.
            - Both know words such as `{{requester.first_name}}`, which are filled in for each ticket.
            - **Articles** like this one can be put into a reply the same way, and a solved ticket can become an article.

            ## Keys

            | key | what it does |
            | --- | --- |
            | `i` | take the ticket |
            | `r` | reply |
            | `n` | write a note that only the team sees |
            | `?` | all keys |

            An administrator removes all of this sample data at once on the page [Sample data](/admin/samples).
            """),
    ];
}
