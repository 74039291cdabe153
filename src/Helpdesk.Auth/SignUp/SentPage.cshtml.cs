using Helpdesk.Auth.VerifyEmail;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Auth.SignUp;

[AllowAnonymous]
internal sealed class SentPage(SignUpTickets tickets, RenewVerificationHandler renew) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "ticket")]
    public string Ticket { get; set; } = "";

    public string Email { get; private set; } = "";

    public IActionResult OnGet() => Find() is null ? Redirect("/signup") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Find() is not { } ticket)
        {
            return Redirect("/signup");
        }

        return (await renew.HandleAsync(ticket, cancellationToken)).ToPage(this, "", sent =>
        {
            TempData["flash"] = "We sent it again.";
            return Redirect(tickets.UrlOf(sent));
        });
    }

    private SignUpTicket? Find()
    {
        var ticket = tickets.Read(Ticket);
        Email = ticket?.Email ?? "";
        return ticket;
    }
}
