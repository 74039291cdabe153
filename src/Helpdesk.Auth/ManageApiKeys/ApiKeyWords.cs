using Helpdesk.Auth.Model;

namespace Helpdesk.Auth.ManageApiKeys;

/// <summary>What a key may do, for people.</summary>
internal static class ApiKeyWords
{
    public static string Of(KeyScope scope) => scope switch
    {
        KeyScope.Read => "Read",
        KeyScope.Write => "Read and write",
        KeyScope.Admin => "Everything",
        _ => throw new ArgumentOutOfRangeException(nameof(scope)),
    };

    public static string Explain(KeyScope scope) => scope switch
    {
        KeyScope.Read => "Looks at what you may see, and changes nothing. No administration.",
        KeyScope.Write => "Does what you may do with tickets and articles. No administration.",
        KeyScope.Admin => "Does all that you may do: people, teams, settings and the audit log too.",
        _ => throw new ArgumentOutOfRangeException(nameof(scope)),
    };
}
