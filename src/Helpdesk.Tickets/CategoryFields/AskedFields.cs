using Helpdesk.Platform;
using Helpdesk.Tickets.Categories;
using Helpdesk.Tickets.Model;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Helpdesk.Tickets.CategoryFields;

/// <summary>The fields of a category as a form asks for them.</summary>
internal sealed record AskedFields(string Category, IReadOnlyList<AskedField> Items)
{
    /// <summary>The name under which a form says which category's fields it has asked for.</summary>
    public const string Of = "FieldsOf";

    public static AskedFields For(CategoryView? category, CurrentUser writer, IReadOnlyDictionary<string, string>? values = null, ModelStateDictionary? problems = null) => new(
        category?.Name ?? "",
        [.. (category?.FieldsFor(writer) ?? []).Select(field => AskedField.For(field, values?.GetValueOrDefault(field.Key), problems))]);
}

/// <summary>A field with what was typed in it, and what is wrong with that.</summary>
internal sealed record AskedField(ExtraField Field, string Value, string? Error)
{
    /// <summary>It is changed on a ticket, where each is sent for itself: what is missing elsewhere must not hold it up.</summary>
    public bool IsOnTicket { get; init; }

    public bool IsRequired => Field.IsRequired && !IsOnTicket;

    public string Name => $"Form.Fields[{Field.Key}]";

    public string Id => $"Form_Fields_{Field.Key}";

    /// <summary>The ids of what says more about it.</summary>
    public string? DescribedBy =>
        string.Join(' ', new[] { Field.Hint.Length > 0 ? $"{Id}-hint" : null, Error is null ? null : $"{Id}-error" }.OfType<string>()) is { Length: > 0 } ids ? ids : null;

    public static AskedField For(ExtraField field, string? value, ModelStateDictionary? problems) => new(
        field,
        value ?? "",
        problems is not null && problems.TryGetValue($"Form.Fields.{field.Key}", out var entry) ? entry.Errors.FirstOrDefault()?.ErrorMessage : null);
}
