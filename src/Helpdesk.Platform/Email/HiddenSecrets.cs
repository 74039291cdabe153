using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Helpdesk.Platform.Email;

/// <summary>Stands in for a mail's secrets where the mail is only looked at: whatever is asked for is there, and tells nothing.</summary>
internal sealed class HiddenSecrets : IReadOnlyDictionary<string, string>
{
    private const string Hidden = "hidden";

    public string this[string key] => Hidden;

    public IEnumerable<string> Keys => [];

    public IEnumerable<string> Values => [];

    public int Count => 0;

    public bool ContainsKey(string key) => true;

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
    {
        value = Hidden;
        return true;
    }

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => Enumerable.Empty<KeyValuePair<string, string>>().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
