using Helpdesk.Auth.ConfirmIdentity;
using Helpdesk.Auth.Model;
using Helpdesk.Auth.Sessions;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Platform.Http.Guards;
using Helpdesk.Platform.Http.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Auth.ManageApiKeys;

/// <summary>A new key as its form holds it.</summary>
internal sealed record ApiKeyForm
{
    // What no key can have: the sentence about it stands beside the empty field.
    private const int Nothing = 0;

    public string? Name { get; init; }

    public string? Scope { get; init; } = Words.Of(KeyScope.Read);

    public int? ExpiresInDays { get; init; } = ApiKey.StandardDays;

    public bool NeverExpires { get; init; }

    public CreateApiKeyRequest ToRequest() => new()
    {
        Name = Name ?? "",
        Scope = Scope,
        ExpiresInDays = new Named<int?>(NeverExpires ? null : ExpiresInDays ?? Nothing, IsNamed: true),
    };
}

[Authorize(Policy = Policy.Admin)]
internal sealed class CreateApiKeyPage(CreateApiKeyHandler create, StepUp stepUp, CurrentUser user) : PageModel
{
    public const string Path = "/admin/api-keys/new";

    [BindProperty]
    public ApiKeyForm Form { get; set; } = new();

    public CreatedApiKeyView? Created { get; private set; }

    // Asked before anything is typed, so that nothing typed is lost to the question.
    public IActionResult OnGet() => stepUp.Demand(user) is null ? Page() : Redirect(ConfirmIdentityPage.UrlFor(Path));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        HttpContext.NeverKeep();
        var outcome = await create.HandleAsync(Form.ToRequest(), user, cancellationToken);
        return outcome.Refusal is Refusal.NotSignedIn { Code: StepUp.Code }
            ? Redirect(ConfirmIdentityPage.UrlFor(Path))
            : outcome.ToPage(this, nameof(Form), key =>
            {
                Created = key;
                return Page();
            });
    }
}
