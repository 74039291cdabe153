using Helpdesk.Platform;
using Helpdesk.Tickets.Categories;
using Helpdesk.Tickets.Model;

namespace Helpdesk.Tickets.CategoryFields;

/// <summary>Reads what somebody gives for the fields of a category. A field that they may not know of is one that is not there.</summary>
internal static class FieldsGiven
{
    /// <summary>Values for a new ticket: what its writer is asked and must answer is there.</summary>
    public static Outcome<string> ReadFirst(CategoryView category, IReadOnlyDictionary<string, string>? given, CurrentUser writer)
    {
        var asked = category.FieldsFor(writer).ToList();
        var read = asked.Select(field => (Field: field, Reading: field.ReadFirst(given?.GetValueOrDefault(field.Key)))).ToList();
        return FaultsOf(category, asked, given, read) is { } invalid
            ? invalid
            : ExtraValues.Write(read.Select(pair => KeyValuePair.Create(pair.Field.Id, pair.Reading.Value)));
    }

    /// <summary>New values for some fields of a ticket.</summary>
    public static Outcome<IReadOnlyList<FieldChange>> ReadChanges(
        CategoryView category, IReadOnlyDictionary<string, string>? given, string extras, CurrentUser writer)
    {
        var known = category.FieldsFor(writer).ToList();
        var now = ExtraValues.Read(extras);
        var read = known.Where(field => given?.ContainsKey(field.Key) == true)
            .Select(field => (Field: field, Reading: field.Read(given![field.Key], now.GetValueOrDefault(field.Id, ""))))
            .ToList();
        return FaultsOf(category, known, given, read) is { } invalid
            ? invalid
            : read.ConvertAll(pair => new FieldChange(pair.Field, pair.Reading.Value));
    }

    private static Refusal.Invalid? FaultsOf(
        CategoryView category, List<ExtraField> known, IReadOnlyDictionary<string, string>? given, List<(ExtraField Field, FieldReading Reading)> read)
    {
        var errors = read.Where(pair => pair.Reading.Fault is not null).ToDictionary(pair => PathOf(pair.Field.Key), pair => new[] { pair.Reading.Fault! });
        foreach (var key in (given ?? new Dictionary<string, string>()).Keys.Where(key => !known.Exists(field => field.Key == key)))
        {
            errors[PathOf(key)] = [$"{category.Name} has no field “{key}”."];
        }

        return errors.Count == 0 ? null : new Refusal.Invalid(errors);
    }

    private static string PathOf(string key) => $"Fields.{key}";
}

/// <summary>A field and what a ticket is to have for it.</summary>
internal sealed record FieldChange(ExtraField Field, string Value);
