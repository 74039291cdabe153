using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.ChangeTicket;
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

    /// <summary>An id, or none.</summary>
    public string? Assignee { get; init; }

    /// <summary>An id, or none.</summary>
    public string? Team { get; init; }

    public string? Tag { get; init; }

    public ChangeManyRequest ToRequest() => new()
    {
        Ids = Ids,
        Change = new ChangeTicketRequest
        {
            Status = Given(Status),
            Priority = Given(Priority),
            Category = Given(Category),
            AssigneeId = Id(Given(Assignee)),
            TeamId = Id(Given(Team)),
        },
        AddTags = Given(Tag) is { } tags ? [.. tags.Split(',')] : [],
    };

    private static Named<Guid?> Id(string? word) => word is null ? default : new(Guid.TryParse(word, out var id) ? id : null, IsNamed: true);

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

[Authorize(Policy = Policy.Staff)]
internal sealed class ChangeManyPage(ChangeManyHandler many, CurrentUser user) : PageModel
{
    /// <summary>Carries the run to the list, which says what became of it.</summary>
    public const string Told = "bulk-run";

    [BindProperty]
    public ChangeManyForm Form { get; set; } = new();

    [BindProperty(Name = "back")]
    public string? Wanted { get; set; }

    /// <summary>The list that it was asked from, and no other page.</summary>
    public string Back => Wanted is { Length: < 2_000 } url && (url == QueueAddress.Path || url.StartsWith($"{QueueAddress.Path}?", StringComparison.Ordinal)) ? url : QueueAddress.Path;

    public IActionResult OnGet() => Redirect(QueueAddress.Path);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        (await many.HandleAsync(Form.ToRequest(), user, cancellationToken)).ToPage(this, nameof(Form), run =>
        {
            TempData[Told] = run.Id.ToString();
            return Redirect(Back);
        });
}
