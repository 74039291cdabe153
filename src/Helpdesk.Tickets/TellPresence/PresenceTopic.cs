using System.Text.Json;
using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Live;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.Views;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Tickets.TellPresence;

/// <summary>Tells the team's open pages who comes to a ticket, begins to write there and leaves. The names are in memory: no stream asks the database.</summary>
internal sealed class PresenceTopic : ILiveTopic
{
    public const string Event = "presence";

    private const string Gone = "gone";

    public string Name => "presence";

    public async Task<LiveEvent?> ForAsync(string data, CurrentUser user, IServiceProvider services, CancellationToken cancellationToken)
    {
        // The ticket, the person, and v for viewing, w for writing, - for gone.
        var parts = data.Split(' ');
        if (!user.IsStaff || parts.Length != 3 || !Guid.TryParse(parts[0], out var ticket) || !Guid.TryParse(parts[1], out var person) || person == user.Id)
        {
            return null;
        }

        var staff = await services.GetRequiredService<IUserDirectory>().StaffAsync(cancellationToken);
        if (staff.FirstOrDefault(member => member.Id == person) is not { } card)
        {
            return null;
        }

        var state = parts[2] switch { "w" => PresentView.Replying, "v" => PresentView.Viewing, _ => Gone };
        var present = new PresentView(ticket, new UserRef(card.Id, card.Name), state, state == Gone ? 0 : (int)Presence.Holds.TotalSeconds);
        return new LiveEvent(Event, JsonSerializer.Serialize(present, JsonSerializerOptions.Web));
    }
}
