using System.Data.Common;
using Helpdesk.Platform.Email;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Platform.CheckUps;

internal sealed class OutboxCheckUp(IServiceScopeFactory scopes, TimeProvider clock) : ICheckUp
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    public string Name => "Outbox";

    public string Affects => "Mails.";

    public async Task<Finding> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var state = await scope.ServiceProvider.GetRequiredService<IOutboxDesk>().StateAsync(cancellationToken);
            return state.OldestDue is { } oldest && clock.GetUtcNow() - oldest > Patience
                ? Finding.Doubtful($"{state.Waiting} mails wait, and the oldest should have left {(int)(clock.GetUtcNow() - oldest).TotalMinutes} minutes ago.", "Look at the mail server, and that one instance sends mail (Mail__Drain).")
                : state.Failed > 0 ? Finding.Doubtful($"{state.Failed} mails were given up.", "Look at the reasons under Admin, Outbox.")
                : Finding.Good(state.Waiting == 0 ? "All mail is out." : $"{state.Waiting} mails wait for their time.");
        }
        catch (Exception exception) when (exception is DbException or TimeoutException or InvalidOperationException)
        {
            return Finding.Broken("It cannot be read while the database is away.", "Mend the database first.");
        }
    }
}
