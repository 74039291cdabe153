using System.Text.Json;
using System.Text.RegularExpressions;

namespace Helpdesk.Admin.ShowAuditLog;

/// <summary>Lines of the audit log as sentences. {who} acted, {whom} is the subject, other words are facts of the line.</summary>
internal static partial class AuditSentences
{
    private static readonly Dictionary<string, string> ByAction = new(StringComparer.Ordinal)
    {
        ["access.denied"] = "{who} was denied {method} {route}",
        ["account.address-change-asked"] = "{who} asked for another e-mail address",
        ["account.address-changed"] = "{who} changed their e-mail address",
        ["account.address-verified"] = "{who} confirmed their e-mail address",
        ["account.anonymised"] = "{who} anonymised {whom}",
        ["account.created"] = "The account of {whom} began as {role}, by {by}",
        ["account.deactivated"] = "{who} deactivated {whom}",
        ["account.deletion-asked"] = "{who} asked to be forgotten",
        ["account.deletion-withdrawn"] = "{who} no longer asks to be forgotten",
        ["account.invitation-accepted"] = "{who} accepted the invitation",
        ["account.invitation-taken-back"] = "{who} took the invitation of {whom} back",
        ["account.invited-again"] = "{who} invited {whom} again",
        ["account.profile-changed"] = "{who} changed the profile of {whom}: {changed}",
        ["account.reactivated"] = "{who} let {whom} in again",
        ["account.role-changed"] = "{who} changed the role of {whom} from {from} to {to}",
        ["account.sign-up-asked"] = "Somebody asked for an account",
        ["account.sign-up-refused"] = "Somebody asked for an account with the address of {whom}",
        ["account.teams-changed"] = "{who} changed the teams of {whom}",
        ["audit.trimmed"] = "{who} removed {lines} lines of the audit log that were older than {before}",
        ["category.field-saved"] = "{who} saved the field {field} of a category",
        ["category.removed"] = "{who} removed the category {name}",
        ["category.saved"] = "{who} saved the category {name}",
        ["export.asked"] = "{who} asked for a copy of their data",
        ["export.downloaded"] = "{who} downloaded the copy of their data",
        ["export.ready"] = "The copy of {whom}'s data was made",
        ["factor.recovery-code-used"] = "{who} used a recovery code; {left} are left",
        ["factor.recovery-codes-renewed"] = "{who} made new recovery codes",
        ["factor.refused"] = "A code of {whom} was refused ({because})",
        ["factor.required"] = "{who} changed whether {whom} must have a second factor",
        ["factor.reset"] = "{who} took the second factors of {whom} away",
        ["factor.turned-off"] = "{who} turned the second factor off",
        ["factor.turned-on"] = "{who} turned the second factor on",
        ["file.infected"] = "The virus scanner found something in a file that {who} sent",
        ["files.moved"] = "{moved} files were moved to {to}; {failed} could not be",
        ["identity.confirmed"] = "{who} proved again who they are",
        ["identity.refused"] = "{who} could not prove again who they are ({because})",
        ["incidents.left-out"] = "More lines of {action} came than are kept",
        ["item.archived"] = "{who} archived an item of the knowledge base",
        ["item.deleted"] = "{who} put an item of the knowledge base into the bin",
        ["item.published"] = "{who} published an item of the knowledge base for {visibility}",
        ["item.purged"] = "{who} removed an item that had lain in the bin long enough",
        ["item.recovered"] = "{who} took an item out of the bin",
        ["item.restored"] = "{who} restored version {version} of an item",
        ["item.scheduled"] = "{who} set an item to be published at {at}",
        ["item.unpublished"] = "{who} made an item a draft again",
        ["kept.hidden"] = "{who} changed whether the {kind} “{whom}” is offered",
        ["kept.removed"] = "{who} removed the {kind} “{whom}” that somebody else kept",
        ["key.created"] = "{who} made the API key {whom} ({scope})",
        ["key.renamed"] = "{who} renamed an API key from {from} to {to}",
        ["key.revoked"] = "{who} revoked the API key {whom}",
        ["limit.hit"] = "{who} came to the limit of {limit}",
        ["mail.discarded"] = "{who} discarded a mail ({kind}): {because}",
        ["mail.retried"] = "{who} sent a mail again ({kind})",
        ["passkey.added"] = "{who} added a passkey",
        ["passkey.removed"] = "{who} removed a passkey",
        ["password.change-refused"] = "{who} gave a wrong password for changing it",
        ["password.changed"] = "{who} changed their password",
        ["password.reset"] = "{who} set a new password by a link",
        ["password.reset-asked"] = "Somebody asked for a link to reset the password of {whom}",
        ["password.reset-sent"] = "{who} sent {whom} a link for a new password",
        ["samples.added"] = "{who} added the sample data",
        ["samples.removed"] = "{who} removed the sample data ({things} things)",
        ["session.ended"] = "A session of {whom} ended",
        ["session.refused"] = "A sign-in of {whom} was refused ({because})",
        ["session.started"] = "{who} signed in ({kind})",
        ["session.token-replayed"] = "A spent token of {whom} came back; its session ended",
        ["setting.changed"] = "{who} changed the setting “{whom}” from {from} to {to}",
        ["setup.link-made"] = "A link for the first administrator was made",
        ["setup.refused"] = "A wrong set-up code was tried",
        ["tags.merged"] = "{who} merged the tags {tags} into {into}",
        ["tags.removed"] = "{who} took the tag {tag} off all tickets",
        ["team.archived"] = "{who} archived the team {whom}",
        ["team.changed"] = "{who} changed the team {whom}",
        ["team.created"] = "{who} made the team {whom}",
        ["team.removed"] = "{who} removed the team {whom}",
        ["ticket.merged"] = "{who} merged a ticket into another",
        ["ticket.redacted"] = "{who} took the words out of a {kind}",
        ["ticket.shared"] = "{who} copied people in on a ticket",
        ["ticket.unmerged"] = "{who} took a merge of tickets back",
        ["ticket.unshared"] = "{who} took somebody off a ticket",
    };

    /// <summary>What lines are about, for choosing: the words before the dots.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [.. ByAction.Keys.Select(action => action[..action.IndexOf('.', StringComparison.Ordinal)]).Distinct()];

    public static bool Knows(string action) => ByAction.ContainsKey(action);

    /// <summary>The sentence of a line; an action that this version does not know stays a word.</summary>
    public static string Of(AuditLineView line)
    {
        var who = line.Actor?.Name ?? (line.IpAddress is null ? "The helpdesk" : "Somebody");
        var whom = line.Subject?.Name ?? line.Subject?.Id ?? "somebody unknown";
        return ByAction.TryGetValue(line.Action, out var sentence)
            ? Word().Replace(sentence, word => word.Groups[1].Value switch
            {
                "who" => who,
                "whom" => whom,
                var fact => FactOf(line.Details, fact),
            }) + "."
            : $"{who}: {line.Action}";
    }

    /// <summary>The facts of a line by name, as text; what was before comes before what was after.</summary>
    public static IEnumerable<(string Name, string Value)> FactsOf(AuditLineView line) =>
        line.Details.ValueKind != JsonValueKind.Object
            ? []
            : line.Details.EnumerateObject().OrderBy(fact => fact.Name switch { "from" => 0, "to" => 1, _ => 2 }).Select(fact => (fact.Name, TextOf(fact.Value)));

    private static string FactOf(JsonElement details, string name) =>
        details.ValueKind == JsonValueKind.Object && details.TryGetProperty(name, out var value) ? TextOf(value) : "nothing";

    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => "nothing",
        JsonValueKind.String => value.GetString() is { Length: > 0 } text ? text : "nothing",
        JsonValueKind.Object => string.Join(", ", value.EnumerateObject().Select(part => $"{part.Name}: {TextOf(part.Value)}")),
        JsonValueKind.Array when value.GetArrayLength() == 0 => "nothing",
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(TextOf)),
        _ => value.GetRawText(),
    };

    [GeneratedRegex(@"\{([a-z]+)\}", RegexOptions.IgnoreCase)]
    private static partial Regex Word();
}
