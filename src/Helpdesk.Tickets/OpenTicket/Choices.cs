using Helpdesk.Platform;
using Helpdesk.Tickets.Categories;
using Helpdesk.Tickets.Model;

namespace Helpdesk.Tickets.OpenTicket;

/// <summary>One of several, shown as cards.</summary>
internal sealed record Choices(string Field, string Label, bool IsRequired, string? Chosen, string? Error, IReadOnlyList<Choice> Items)
{
    public string Name => $"Form.{Field}";

    public string Id => $"Form_{Field}";

    public static Choices OfCategories(IReadOnlyList<CategoryView> categories, string chosen, string? error) => new(
        nameof(OpenTicketRequest.Category),
        "Category",
        IsRequired: true,
        chosen,
        error,
        [.. categories.Select(category => new Choice(category.Name, category.Name, category.Hint, IconOf(category.Name)))]);

    /// <summary>As effects: people know what it does to them, not how urgent it is among others. The highest is for the team to give.</summary>
    public static Choices OfPriorities(string? chosen, string? error) => new(
        nameof(OpenTicketRequest.Priority),
        "What does it do to you?",
        IsRequired: false,
        // Nothing is chosen beforehand: what nobody said, the category decides.
        chosen,
        error,
        [
            new Choice(Words.Of(TicketPriority.High), "I cannot work", "", "triangle-alert"),
            new Choice(Words.Of(TicketPriority.Medium), "I can work around it", "", "corner-up-left"),
            new Choice(Words.Of(TicketPriority.Low), "A question", "", "circle-question-mark"),
        ]);

    private static string IconOf(string category) => category switch
    {
        "Hardware" => "laptop",
        "Software" => "app-window",
        "Access" => "key-round",
        "Network" => "network",
        _ => "circle-ellipsis",
    };
}

internal sealed record Choice(string Value, string Text, string Hint, string Icon);
