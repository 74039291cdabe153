using Helpdesk.Platform.Http.Held;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.Platform.Http.Errors;

/// <summary>What the error page has to tell: which request ended how, and what was typed into it.</summary>
public sealed record ErrorAnswer
{
    public required int Status { get; init; }

    /// <summary>What the request was for, when it found something.</summary>
    public Endpoint? Endpoint { get; init; }

    /// <summary>The form that was sent, so that nothing typed is lost.</summary>
    public PostedForm? Posted { get; init; }

    /// <summary>The form's token was too old or somebody else's.</summary>
    public bool IsTokenTooOld { get; init; }

    /// <summary>The form in safe keeping until after the sign-in.</summary>
    public string? Held { get; init; }
}

/// <summary>Marks a request whose form came with a token that is too old.</summary>
internal sealed record TokenTooOld;
