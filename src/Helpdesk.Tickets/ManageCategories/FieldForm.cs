using Helpdesk.Platform;
using Helpdesk.Tickets.CategoryFields;
using Helpdesk.Tickets.Model;

namespace Helpdesk.Tickets.ManageCategories;

/// <summary>A field as its forms hold it. Buttons that order, remove and bring back bring that and nothing else.</summary>
internal sealed record FieldForm
{
    public string Label { get; init; } = "";

    public string Key { get; init; } = "";

    public string Kind { get; init; } = "";

    public string Hint { get; init; } = "";

    public bool IsRequired { get; init; }

    public bool IsForTheTeam { get; init; }

    /// <summary>A line for each.</summary>
    public string Choices { get; init; } = "";

    public int? Version { get; init; }

    public int? Position { get; init; }

    public bool? IsRemoved { get; init; }

    private List<string> ChoiceLines => [.. Choices.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    public static FieldForm Of(ManagedField field) => new()
    {
        Label = field.Label,
        Key = field.Key,
        Kind = Words.Of(field.Kind),
        Hint = field.Hint,
        IsRequired = field.IsRequired,
        IsForTheTeam = field.IsForTheTeam,
        Choices = string.Join('\n', field.Choices),
        Version = field.Version,
    };

    public static string NameOf(FieldKind kind) => kind switch
    {
        FieldKind.Number => "Number",
        FieldKind.Date => "Date",
        FieldKind.Choice => "Choice",
        FieldKind.Checkbox => "Checkbox",
        _ => "Text",
    };

    /// <summary>Such as: Choice · required · only the team · asset_tag.</summary>
    public static string WordsOf(ManagedField field) => string.Join(" · ", new[]
    {
        NameOf(field.Kind), field.IsRequired ? "required" : null, field.IsForTheTeam ? "only the team" : null, field.Key,
    }.OfType<string>());

    public static AskedField PreviewOf(ManagedField field) => Of(field).Preview();

    public AskedField Preview() => new(
        new ExtraField
        {
            Key = Key.Length == 0 ? "new" : Key,
            Kind = Words.Read<FieldKind>(Kind) ?? FieldKind.Text,
            Label = string.IsNullOrWhiteSpace(Label) ? "Label" : Label,
            Hint = Hint,
            IsRequired = IsRequired,
            IsForTheTeam = IsForTheTeam,
            Choices = [.. ChoiceLines],
        },
        "",
        null);

    /// <summary>What employees are asked by it: nothing, when it is for the team.</summary>
    public AskedFields PreviewIn(string category) => new(category, IsForTheTeam ? [] : [Preview()]);

    public SaveFieldRequest ToRequest(bool isNew) =>
        Position is not null || IsRemoved is not null ? new SaveFieldRequest { Position = Position, IsRemoved = IsRemoved }
        : new SaveFieldRequest
        {
            Label = Label,
            Key = isNew ? Key.Trim() : null,
            Kind = isNew ? Words.Read<FieldKind>(Kind) : null,
            Hint = Hint,
            IsRequired = IsRequired,
            IsForTheTeam = IsForTheTeam,
            Choices = ChoiceLines,
        };
}
