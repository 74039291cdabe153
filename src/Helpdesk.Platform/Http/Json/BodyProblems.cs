using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Helpdesk.Platform.Http.Json;

/// <summary>Says what is wrong with a request that could not be read, in a sentence and beside the field where it is known.</summary>
internal static class BodyProblems
{
    public static IResult From(BadHttpRequestException exception, Endpoint? endpoint) => exception switch
    {
        NullCharacterException { Member: { } member } => Problems.Unreadable(member, $"{member} contains a character that cannot be used here."),
        NullCharacterException => Problems.Unreadable(null, exception.Message),
        { InnerException: JsonException json } => From(json, endpoint),
        { StatusCode: StatusCodes.Status400BadRequest } => Problems.Unreadable(null, Sentence(exception.Message)),
        _ => Problems.ForStatus(exception.StatusCode),
    };

    private static IResult From(JsonException json, Endpoint? endpoint)
    {
        var field = FieldOf(json.Path);
        if (field is null)
        {
            return Problems.Unreadable(null, json is { LineNumber: { } line, BytePositionInLine: { } column }
                ? $"The body is not JSON that can be read (line {line + 1}, byte {column + 1})."
                : "The body is not JSON that can be read.");
        }

        if (json.Message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal))
        {
            return Problems.Unreadable(field, $"There is no field {field} here.");
        }

        if (json.Message.Contains("duplicate", StringComparison.OrdinalIgnoreCase))
        {
            return Problems.Unreadable(field, $"{field} is given more than once.");
        }

        if (json.InnerException is not null && !json.Message.Contains("could not be converted", StringComparison.Ordinal))
        {
            return Problems.Unreadable(null, $"The body is not JSON that can be read (line {json.LineNumber + 1}, byte {json.BytePositionInLine + 1}).");
        }

        return Problems.Unreadable(field, WordsOf(field, endpoint) is { } words
            ? $"{field} must be one of: {words}."
            : $"{field} has a value of the wrong kind.");
    }

    // "$.tags[0]" and "$.change.status" are told as tags and change.status; "$" is the whole body.
    private static string? FieldOf(string? path)
    {
        if (path is null || !path.StartsWith("$.", StringComparison.Ordinal))
        {
            return null;
        }

        var bracket = path.IndexOf('[', StringComparison.Ordinal);
        return bracket < 0 ? path[2..] : path[2..bracket];
    }

    private static string? WordsOf(string field, Endpoint? endpoint)
    {
        var type = endpoint?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType;
        foreach (var name in field.Split('.'))
        {
            type = type?.GetProperties().FirstOrDefault(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name) == name)?.PropertyType;
        }

        type = type is null ? null : Nullable.GetUnderlyingType(type) ?? type;
        return type is { IsEnum: true }
            ? string.Join(", ", WordConverter.WordsOf(type))
            : null;
    }

    // The framework's sentences name our types when a route or query value does not fit; a caller has no use for them.
    private static string Sentence(string message) => message switch
    {
        _ when message.StartsWith("Failed to bind parameter", StringComparison.Ordinal) => "A value in the address has the wrong kind.",
        _ when message.StartsWith("Required parameter", StringComparison.Ordinal) => "A value that this needs was not sent.",
        _ when message.StartsWith("Implicit body", StringComparison.Ordinal) || message.Contains("no body was provided", StringComparison.Ordinal) => "This needs a JSON body.",
        _ => "The request could not be read.",
    };
}
