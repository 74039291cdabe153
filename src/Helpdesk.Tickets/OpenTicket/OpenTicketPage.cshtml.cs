using Helpdesk.KnowledgeBase.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Files;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Attach;
using Helpdesk.Tickets.Categories;
using Helpdesk.Tickets.CategoryFields;
using Helpdesk.Tickets.Contracts;
using Helpdesk.Tickets.Drafts;
using Helpdesk.Tickets.Model;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.OpenTicket;

[Authorize(Policy = Policy.SignedIn)]
[TakesFiles]
internal sealed class OpenTicketPage(
    OpenTicketHandler handler, PostedFiles posted, FindDraftHandler drafts, CategoryList categories, IAnswers answers, CurrentUser user) : PageModel
{
    private CategorySet set = default!;

    [BindProperty]
    public OpenTicketRequest Form { get; set; } = new();

    public IReadOnlyList<CategoryView> Categories { get; private set; } = [];

    /// <summary>The category whose fields the sent form has asked for.</summary>
    [BindProperty(Name = AskedFields.Of)]
    public string? FieldsOf { get; set; }

    /// <summary>What the chosen category asks; the only one there is needs no choice.</summary>
    public AskedFields Asked => AskedFields.For(Categories.Count == 1 ? Categories[0] : set.Offered(Form.Category), user, Form.Fields, ModelState);

    /// <summary>The form comes back with questions that it did not have when it was sent.</summary>
    public bool AsksMore { get; private set; }

    public DateTimeOffset? DraftKeptAt { get; private set; }

    /// <summary>What may help; null while nobody has looked.</summary>
    public IReadOnlyList<Answer>? Answers { get; private set; }

    public CurrentUser Writer => user;

    public async Task OnGetAsync(string? follows, Guid? read, CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Form = Form with { Follows = follows, Read = read is { } item ? [item] : null };
        if (await drafts.HandleAsync(user, cancellationToken) is { } draft)
        {
            var fields = DraftFields.Read(draft);
            Form = Form with
            {
                Subject = fields.GetValueOrDefault(nameof(Form.Subject), ""),
                Description = fields.GetValueOrDefault(nameof(Form.Description), ""),
                Category = fields.GetValueOrDefault(nameof(Form.Category), ""),
                Fields = DraftFields.ValuesIn(fields),
                Priority = fields.GetValueOrDefault(nameof(Form.Priority)),
                Participants = fields.GetValueOrDefault(nameof(Form.Participants)) is { Length: > 0 } people ? [people] : null,
                AttachmentIds = DraftFields.FilesIn(fields),
                Follows = follows ?? fields.GetValueOrDefault(nameof(Form.Follows)),
            };
            DraftKeptAt = draft.UpdatedAt;
        }
    }

    /// <summary>Looks for answers without a script.</summary>
    public async Task<IActionResult> OnPostLookAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Answers = await answers.SuggestAsync(Form.Subject, user, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var attached = Form.AttachmentIds ?? [];
        Form = Form with { AttachmentIds = attached };
        var refused = await posted.TakeInAsync(null, Request, attached, cancellationToken);
        if (refused is null && Asked.Items.Count > 0 && FieldsOf != Asked.Category)
        {
            // Without a script the choice of the category is only known now.
            AsksMore = true;
            return Page();
        }

        Outcome<Ticket> opened = refused is not null
            ? refused
            : await handler.HandleAsync(Form with { Participants = CopyIn.AddressesIn(Form.Participants) }, user, TicketChannel.Web, cancellationToken);
        return opened.ToPage(this, nameof(Form), ticket =>
        {
            TempData["flash"] = $"Ticket #{ticket.Number} is filed. You will get an e-mail.";
            TempData["draft-sent"] = DraftUrls.New;
            return Redirect(TicketUrls.Show(ticket.Number));
        });
    }

    /// <summary>The first thing that is wrong with a field, for its place in the form.</summary>
    public string? ErrorOf(string field) => ErrorsOf(field) is [{ } first, ..] ? first : null;

    public IReadOnlyList<string> ErrorsOf(string field) =>
        ModelState.TryGetValue($"{nameof(Form)}.{field}", out var entry) ? [.. entry.Errors.Select(error => error.ErrorMessage)] : [];

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        set = await categories.GetAsync(cancellationToken);
        Categories = set.Active;
    }
}
