using FluentValidation;
using Helpdesk.Platform;
using Helpdesk.Platform.Markdown;
using Helpdesk.Tickets.Model;

namespace Helpdesk.Tickets.PreviewText;

internal sealed record PreviewTextRequest
{
    /// <summary>Markdown.</summary>
    public string Body { get; init; } = "";
}

internal sealed class PreviewTextValidator : AbstractValidator<PreviewTextRequest>
{
    public static readonly PreviewTextValidator Rules = new();

    public PreviewTextValidator() => RuleFor(request => request.Body).Markdown("The text", "Enter a text.");
}

/// <summary>A text as its readers will see it.</summary>
internal sealed record PreviewView(string BodyHtml);

/// <summary>Shows a text as its readers will see it, by the rules that messages are shown by. Nothing is kept.</summary>
internal sealed class PreviewTextHandler(MarkdownRenderer markdown)
{
    public Outcome<PreviewView> Handle(PreviewTextRequest request) =>
        PreviewTextValidator.Rules.Check(request) is { } invalid ? invalid : new PreviewView(markdown.ToHtml(Wording.Of(request.Body).Body));
}
