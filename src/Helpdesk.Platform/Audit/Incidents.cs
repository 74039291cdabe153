using System.Data.Common;
using Helpdesk.Platform.Data;
using Helpdesk.Platform.Http.Limits;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Platform.Audit;

/// <summary>Records what was tried and refused, where no other change is saved: in a save of its own, and so bounded that a flood of tries cannot fill the disk.</summary>
public sealed class Incidents(
    IServiceScopeFactory scopes, RateCounters counters, IHttpContextAccessor http, ILogger<Incidents> logger)
{
    public const string LeftOut = "incidents.left-out";

    /// <summary>Lines of one action that one caller (a person, or else a network) can cause in a window.</summary>
    public const int OfOneCaller = 20;

    /// <summary>Lines that all callers together can cause in a window: 100 MB or so in a day of it.</summary>
    public const int OfEverybody = 300;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>Takes no token: who hangs up after the try is recorded too.</summary>
    public async Task RecordAsync(string action, AuditSubject? subject = null, object? details = null)
    {
        try
        {
            if (await HasRoomAsync(action, KeyOfCaller(action), OfOneCaller) && await HasRoomAsync(action, "incidents", OfEverybody))
            {
                await SaveAsync(action, subject, details);
            }
        }
        catch (Exception exception) when (exception is DbException or DbUpdateException or TimeoutException or InvalidOperationException)
        {
            // The refusal holds, whether it can be recorded or not.
            logger.LogWarning("\"{Action}\" could not be recorded in the audit log: {Reason}", action, exception.Message);
        }
    }

    /// <summary>The line that stands for those that were left out is written once in a window.</summary>
    private async Task<bool> HasRoomAsync(string action, string key, int permits)
    {
        var room = await counters.TakeAsync(key, permits, Window, CancellationToken.None);
        if (room.Count == permits + 1)
        {
            await SaveAsync(LeftOut, null, new { action, seconds = (int)Math.Ceiling(room.ResetsIn.TotalSeconds) });
        }

        return !room.IsExceeded;
    }

    private string KeyOfCaller(string action) =>
        http.HttpContext is { } context ? RateCounters.KeyOf("incidents", $"{action} {Caller.Of(context)}") : $"incidents:{action}";

    private async Task SaveAsync(string action, AuditSubject? subject, object? details)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        scope.ServiceProvider.GetRequiredService<AuditLog>().Add(context, action, subject, details);
        await context.SaveChangesAsync(CancellationToken.None);
    }
}
