using Microsoft.AspNetCore.Http;

namespace Helpdesk.Platform.Live;

/// <summary>An open page asks for it by itself, so it is no sign that somebody is there: it does not keep a session alive.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UnattendedAttribute : Attribute;

/// <summary>Tells what a person asked for from what an open page looked up by itself.</summary>
public static class Attendance
{
    /// <summary>Scripts send it with what nobody pressed for.</summary>
    public const string Header = "X-Unattended";

    public static bool IsUnattended(this HttpContext context) =>
        context.Request.Headers.ContainsKey(Header) || context.GetEndpoint()?.Metadata.GetMetadata<UnattendedAttribute>() is not null;
}
