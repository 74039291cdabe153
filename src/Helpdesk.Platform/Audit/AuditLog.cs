using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Platform.Audit;

/// <summary>Writes lines of the audit log into a module's own context, to be saved with the act itself.</summary>
public sealed class AuditLog(CurrentUser user, IHttpContextAccessor http, TimeProvider clock)
{
    /// <summary>Adds a line to the context; it exists once the context is saved. Details are facts that may be shown to an admin, never secrets. The actor is who is signed in, unless it is named (such as at sign-in itself).</summary>
    public void Add(DbContext context, string action, AuditSubject? subject = null, object? details = null, Guid? actorId = null)
    {
        var now = clock.GetUtcNow();
        context.Add(new AuditEntry
        {
            Id = Guid.CreateVersion7(now),
            At = now,
            ActorId = actorId ?? (user.IsSignedIn ? user.Id : null),
            Action = action,
            SubjectKind = subject?.Kind ?? "",
            SubjectId = subject?.Id ?? "",
            Details = DetailsOf(details),
            Address = AddressOf(http.HttpContext),
        });
    }

    /// <summary>A program's acts are its owner's; by which key it acted is told beside them.</summary>
    private string DetailsOf(object? details)
    {
        var facts = details is null ? new JsonObject() : JsonSerializer.SerializeToNode(details, JsonSerializerOptions.Web)!.AsObject();
        if (user.Key is { } key)
        {
            facts["key"] = key.Id;
        }

        return facts.ToJsonString(JsonSerializerOptions.Web);
    }

    private static string AddressOf(HttpContext? context)
    {
        var address = context?.Connection.RemoteIpAddress;
        return (address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address)?.ToString() ?? "";
    }
}

/// <summary>What an act changed.</summary>
public sealed record AuditSubject(string Kind, string Id)
{
    public static AuditSubject Person(Guid id) => new("person", id.ToString());
}
