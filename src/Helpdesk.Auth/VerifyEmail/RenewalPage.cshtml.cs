using Helpdesk.Auth.SignUp;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Auth.VerifyEmail;

[AllowAnonymous]
internal sealed class RenewalPage(RenewVerificationHandler renew, SignUpTickets tickets) : PageModel
{
    [BindProperty]
    public VerifyEmailRequest Form { get; set; } = new();

    public IActionResult OnGet() => Redirect("/signup");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await renew.TicketOfAsync(Form.Token, cancellationToken) is not { } ticket)
        {
            return Redirect("/signup");
        }

        return (await renew.HandleAsync(ticket, cancellationToken))
            .ToPage(this, nameof(Form), sent => Redirect(tickets.UrlOf(sent)));
    }
}
