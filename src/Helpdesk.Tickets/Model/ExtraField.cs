using System.Globalization;

namespace Helpdesk.Tickets.Model;

/// <summary>Something more that the tickets of a category say. Its key is its name in the API and in filters; neither key nor kind ever changes.</summary>
internal sealed class ExtraField : IOrdered
{
    public const int KeyLength = 40;
    public const int LabelLength = 100;
    public const int HintLength = 200;
    public const int TextLength = 500;
    public const int ChoiceLength = 100;
    public const int MostChoices = 50;

    /// <summary>How many a category may have.</summary>
    public const int Most = 30;

    private const string Yes = "true";
    private const string No = "false";

    public Guid Id { get; init; }

    public Guid CategoryId { get; init; }

    public string Key { get; init; } = "";

    public FieldKind Kind { get; init; }

    public string Label { get; set; } = "";

    public string Hint { get; set; } = "";

    public bool IsRequired { get; set; }

    /// <summary>Employees are neither asked nor told.</summary>
    public bool IsForTheTeam { get; set; }

    /// <summary>What may be chosen, for a choice.</summary>
    public string[] Choices { get; set; } = [];

    public int Position { get; set; }

    /// <summary>Set while it is removed: tickets keep what they have for it, and nobody is asked or told.</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    public int Version { get; set; }

    /// <summary>What somebody gave, as it is kept: empty for nothing; or what is wrong with it. The value that a ticket has already may stay.</summary>
    public FieldReading Read(string? given, string now = "")
    {
        var text = given?.Trim() ?? "";
        if (text == now)
        {
            return new FieldReading(now, null);
        }

        return text.Length == 0 ? new FieldReading("", IsRequired ? Missing : null) : Kind switch
        {
            FieldKind.Number => ReadNumber(text),
            FieldKind.Date => ReadDate(text),
            FieldKind.Choice => Choices.Contains(text) ? new FieldReading(text, null) : Wrong($"{Label}: choose one of the list."),
            FieldKind.Checkbox => ReadCheckbox(text),
            _ => ReadText(text),
        };
    }

    /// <summary>For a new ticket, which has nothing yet: what is required must be there.</summary>
    public FieldReading ReadFirst(string? given) =>
        IsRequired && string.IsNullOrWhiteSpace(given) ? Wrong(Missing) : Read(given);

    /// <summary>For people.</summary>
    public string Show(string value) => Kind switch
    {
        FieldKind.Checkbox => value == Yes ? "Yes" : "No",
        FieldKind.Date when DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) =>
            day.ToString("d MMM yyyy", CultureInfo.InvariantCulture),
        _ => value,
    };

    /// <summary>For programs: numbers and checkboxes as such, null for nothing.</summary>
    public object? Give(string value) => Kind switch
    {
        FieldKind.Checkbox => value == Yes,
        _ when value.Length == 0 => null,
        FieldKind.Number => decimal.Parse(value, CultureInfo.InvariantCulture),
        _ => value,
    };

    private string Missing => Kind switch
    {
        FieldKind.Choice => $"{Label}: choose one of the list.",
        FieldKind.Checkbox => $"Tick “{Label}”.",
        _ => $"Fill in “{Label}”.",
    };

    private FieldReading ReadText(string text) =>
        text.Length > TextLength ? Wrong(TextRules.TooLong(Label, TextLength, text.Length))
        : text.Any(TextRules.IsNoPartOfALine) ? Wrong($"{Label} contains a character that cannot be used here.")
        : new FieldReading(text, null);

    /// <summary>One number is kept in one way, so that a filter finds it.</summary>
    private FieldReading ReadNumber(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? new FieldReading(number.ToString("0.############################", CultureInfo.InvariantCulture), null)
            : Wrong($"{Label}: enter a number like 12 or 12.5.");

    private FieldReading ReadDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? new FieldReading(text, null)
            : Wrong($"{Label}: enter a day like 2027-03-01.");

    /// <summary>Not ticked is kept as nothing.</summary>
    private FieldReading ReadCheckbox(string text) => text switch
    {
        Yes => new FieldReading(Yes, null),
        No => IsRequired ? Wrong(Missing) : new FieldReading("", null),
        _ => Wrong($"{Label} is true or false."),
    };

    private static FieldReading Wrong(string fault) => new("", fault);
}

/// <summary>A value as it is kept, or the sentence about what is wrong with it.</summary>
internal sealed record FieldReading(string Value, string? Fault);

internal enum FieldKind
{
    Text = 0,
    Number = 1,
    Date = 2,
    Choice = 3,
    Checkbox = 4,
}
