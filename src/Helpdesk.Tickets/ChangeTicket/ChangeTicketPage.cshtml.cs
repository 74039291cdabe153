using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Contracts;
using Helpdesk.Tickets.ShowTicket;
using Helpdesk.Tickets.Views;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.ChangeTicket;

/// <summary>Takes the fields at the side of the team's ticket page, and shows itself only when they were not saved.</summary>
[Authorize(Policy = Policy.Staff)]
internal sealed class ChangeTicketPage(ChangeTicketHandler change, ShowTicketHandler show, IUserDirectory people, ITeamDirectory teams, CurrentUser user) : PageModel
{
    // Whoever reads, compares and saves while others do the same may need another look.
    private const int Looks = 3;

    private IReadOnlyList<UserCard> staff = [];
    private IReadOnlyList<TeamCard> allTeams = [];

    [BindProperty]
    public FieldsForm Form { get; set; } = new();

    public TicketDetailView Ticket { get; private set; } = default!;

    public IReadOnlyList<FieldConflict> Conflicts { get; private set; } = [];

    /// <summary>Written since the form's writer looked, while they wanted to change the status.</summary>
    public IReadOnlyList<MessageView> Unread { get; private set; } = [];

    public bool IsContested => Conflicts.Count > 0 || Unread.Count > 0;

    public IActionResult OnGet(Guid id) => Redirect(TicketUrls.Show(id));

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (Form.Changed.Count == 0)
        {
            return Redirect(TicketUrls.Show(id));
        }

        staff = await people.StaffAsync(cancellationToken);
        allTeams = await teams.TeamsAsync(cancellationToken);
        var version = Form.Version;
        var changed = await change.HandleAsync(id, Form.ToRequest(), version, user, cancellationToken);
        for (var look = 1; changed.Refusal is not null && await ReadAsync(id, cancellationToken); look++)
        {
            // What others changed elsewhere on the ticket is no reason to stop: only what they changed here is.
            if (changed.Refusal is not Refusal.Stale || IsContested || look > Looks)
            {
                break;
            }

            changed = await change.HandleAsync(id, Form.ToRequest(), Ticket.Version, user, cancellationToken);
        }

        return changed.ToPage(this, nameof(Form), ticket =>
        {
            TempData["flash"] = FieldWords.Done(Form.Changed, Form, user.Id, NameOf);
            return Redirect(TicketUrls.Show(ticket.Number));
        });
    }

    public string WordsOf(string field, string value) => FieldWords.Of(field, value, NameOf);

    /// <summary>The form once more, on sight of what is there now: with one's own values, or with theirs where two differ.</summary>
    public FieldsForm Again(bool keepsTheirs)
    {
        var now = FieldValues.Of(Ticket);
        string ValueOf(string field) =>
            !Form.Changed.Contains(field) || (keepsTheirs && (Conflicts.Any(conflict => conflict.Field == field) || (field == "Status" && Unread.Count > 0)))
                ? now[field]
                : Form[field];
        return new FieldsForm
        {
            Status = ValueOf("Status"),
            Priority = ValueOf("Priority"),
            Category = ValueOf("Category"),
            Assignee = ValueOf("Assignee"),
            Team = ValueOf("Team"),
            Tags = ValueOf("Tags"),
            Seen = now,
            Version = Ticket.Version,
            LastSeenMessageId = Ticket.LastMessageId,
        };
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        if ((await show.HandleAsync(id.ToString(), user, cancellationToken)).Value is not { } ticket)
        {
            return false;
        }

        Ticket = ticket;
        Conflicts = FieldConflict.Between(Form, ticket);
        var seenAt = ticket.Messages.FirstOrDefault(message => message.Id == Form.LastSeenMessageId)?.CreatedAt;
        Unread = Form.Changed.Contains("Status")
            ? [.. ticket.Messages.Where(message => !message.IsNote && message.CreatedAt > seenAt && message.Author.Id != user.Id)]
            : [];
        return true;
    }

    private string NameOf(Guid id) =>
        staff.FirstOrDefault(member => member.Id == id)?.Name ?? allTeams.FirstOrDefault(team => team.Id == id)?.Name ?? Names.FormerUser;
}
