using System.Text.Json;

namespace Helpdesk.Auth.Passkeys;

/// <summary>What the browser's <c>navigator.credentials</c> takes, and the state to send back with its answer.</summary>
internal sealed record PasskeyQuestion(JsonElement Options, string State)
{
    public static PasskeyQuestion Of(string json, string state) => new(JsonElement.Parse(json), state);
}

/// <summary>A button that answers the question with a passkey and posts the answer. Without a question it is for anybody's passkey.</summary>
internal sealed record PasskeyButton(string Post, PasskeyQuestion? Question = null);

/// <summary>What <c>navigator.credentials</c> gave, with the state of the question.</summary>
internal sealed record PasskeyAnswer
{
    private const int Longest = 50_000;

    public string State { get; init; } = "";

    /// <summary>The credential as JSON.</summary>
    public string Credential { get; init; } = "";

    public bool IsReadable => State.Length is > 0 and <= Longest && Credential.Length is > 0 and <= Longest;
}

/// <summary>An answer as programs send it.</summary>
internal record PasskeyAnswerBody
{
    /// <summary>As it was given with the options.</summary>
    public string State { get; init; } = "";

    /// <summary>The credential as the browser's <c>toJSON</c> gives it.</summary>
    public JsonElement Credential { get; init; }

    public PasskeyAnswer ToAnswer() => new()
    {
        State = State,
        Credential = Credential.ValueKind == JsonValueKind.Object ? Credential.GetRawText() : "",
    };
}
