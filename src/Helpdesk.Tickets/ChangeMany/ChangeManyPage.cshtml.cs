using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Platform.Http.Json;
using Helpdesk.Tickets.ChangeTicket;
using Helpdesk.Tickets.Macros;
using Helpdesk.Tickets.Queue;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.ChangeMany;

/// <summary>The bar below the queue: what is empty stays as it is.</summary>
internal sealed record ChangeManyForm
{
    public List<Guid> Ids { get; init; } = [];

    public string? Status { get; init; }

    public string? Priority { get; init; }

    public string? Category { get; init; }

    /// <summary>An id, none, or for a team its id with team: before it.</summary>
    public string? Assignee { get; init; }

    public string? Tag { get; init; }

    public Guid? MacroId { get; init; }

    /// <summary>All that the list's filter finds, also on its other pages.</summary>
    public bool All { get; init; }

    /// <summary>Its sender has read what it will do.</summary>
    public bool IsConfirmed { get; init; }

    public ChangeManyRequest ToRequest(string list) => new()
    {
        Ids = All ? [] : Ids,
        Query = All ? list : null,
        MacroId = MacroId,
        Change = new ChangeTicketRequest
        {
            Status = Given(Status),
            Priority = Given(Priority),
            Category = Given(Category),
            AssigneeId = IsTeam ? default : Id(Given(Assignee)),
            TeamId = IsTeam ? Id(Assignee![TeamPrefix.Length..]) : default,
        },
        AddTags = Given(Tag) is { } tags ? [.. tags.Split(',')] : [],
    };

    public const string TeamPrefix = "team:";

    private bool IsTeam => Assignee?.StartsWith(TeamPrefix, StringComparison.Ordinal) == true;

    private static Named<Guid?> Id(string? word) => word is null ? default : new(Guid.TryParse(word, out var id) ? id : null, IsNamed: true);

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>Takes the bar below the queue. What is about many tickets is shown first, with their count.</summary>
[Authorize(Policy = Policy.Staff)]
internal sealed class ChangeManyPage(ChangeManyHandler many, MacroWords words, MacroReading macros, CurrentUser user) : PageModel
{
    /// <summary>Carries the run to the list, which says what became of it.</summary>
    public const string Told = "bulk-run";

    // Up to here undo is enough.
    private const int Unasked = 20;

    [BindProperty]
    public ChangeManyForm Form { get; set; } = new();

    [BindProperty(Name = "back")]
    public string? Wanted { get; set; }

    /// <summary>The list that it was asked from, and no other page.</summary>
    public string Back => QueueAddress.Own(Wanted);

    /// <summary>How many tickets would be changed; null when nothing is asked.</summary>
    public int? Count { get; private set; }

    public IReadOnlyList<string> Sentences { get; private set; } = [];

    public IActionResult OnGet() => Redirect(QueueAddress.Path);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var request = Form.ToRequest(Back[QueueAddress.Path.Length..]);
        if (!Form.IsConfirmed && (Form.All || Form.Ids.Count > Unasked))
        {
            return await AskAsync(request, cancellationToken);
        }

        return (await many.HandleAsync(request, user, cancellationToken)).ToPage(this, nameof(Form), run =>
        {
            if (run.DoneAt is null)
            {
                return Redirect($"{QueueAddress.Path}/changes/{run.Id}?back={Uri.EscapeDataString(Back)}");
            }

            TempData[Told] = run.Id.ToString();
            return Redirect(Back);
        });
    }

    private async Task<IActionResult> AskAsync(ChangeManyRequest request, CancellationToken cancellationToken)
    {
        var change = BulkChange.Of(request);
        var macro = request.MacroId is { } id ? await macros.ReadAsync(id, user, cancellationToken) : null;
        Sentences = macro is null
            ? await words.OfAsync(change.Change, cancellationToken)
            : [.. macro.Sentences, .. macro.Reply.Length > 0 ? ["Send its reply to each requester"] : Array.Empty<string>()];
        return (await many.CountAsync(request, user, cancellationToken)).ToPage(this, nameof(Form), count =>
        {
            Count = count;
            return Page();
        });
    }
}
