using Helpdesk.Auth.People;
using Helpdesk.Platform;
using Helpdesk.Platform.Files;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Auth.ImportPeople;

[Authorize(Policy = Policy.Admin)]
[TakesFiles]
internal sealed class ImportPeoplePage(ImportPeopleHandler import, CurrentUser user) : PageModel
{
    private const int LargestFile = 1 << 20;

    [BindProperty]
    public ImportPeopleRequest Form { get; set; } = new();

    public ImportView? View { get; private set; }

    public async Task<IActionResult> OnPostAsync(IFormFile? file, bool run, CancellationToken cancellationToken)
    {
        if (file is { Length: > 0 })
        {
            if (file.Length > LargestFile)
            {
                return Refuse($"{file.FileName} is {FileShelf.WordsFor(file.Length)}. The limit is {FileShelf.WordsFor(LargestFile)}, or {PeopleCsv.Most:N0} people. Part the file.");
            }

            if (await TextOfAsync(file, cancellationToken) is not { } text)
            {
                return Refuse(PeopleCsv.NotText);
            }

            Form = new ImportPeopleRequest { Csv = text };
            // The text of the file takes the place of what was typed.
            ModelState.Clear();
        }

        return (await import.HandleAsync(Form, isTrial: !run, user, cancellationToken)).ToPage(this, nameof(Form), view =>
        {
            View = view;
            if (view.IsTrial || view.Refused > 0)
            {
                return Page();
            }

            TempData["flash"] = $"Imported: {view.New} new, {view.Changed} changed.";
            return Redirect(PeopleUrls.List);
        });
    }

    private PageResult Refuse(string sentence)
    {
        ModelState.AddModelError("File", sentence);
        return new PageResult { StatusCode = StatusCodes.Status400BadRequest };
    }

    private static async Task<string?> TextOfAsync(IFormFile file, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellationToken);
        return PeopleCsv.Decode(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }
}
