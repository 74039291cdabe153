using Helpdesk.Auth.Model;

namespace Helpdesk.Auth.Sessions;

/// <summary>What the audit log tells of a session. Not the device's name: it is the person's own words, and those must be able to vanish.</summary>
internal static class SessionFacts
{
    public static object Of(Session session) => new
    {
        session = session.Id,
        kind = session.Kind == SessionKind.Browser ? "browser" : "api",
        kept = session.IsPersistent,
    };
}
