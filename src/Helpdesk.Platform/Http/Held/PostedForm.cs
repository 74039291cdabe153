using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Helpdesk.Platform.Http.Held;

/// <summary>A form as somebody sent it, to be shown and sent again.</summary>
public sealed record PostedForm(string Action, IReadOnlyList<PostedField> Fields)
{
    /// <summary>More text than this is not carried back and forth.</summary>
    public const int MaximumBytes = 256 * 1024;

    // A letter takes up to nine bytes on its way, and a form may already carry a held one.
    private const int MaximumBodyBytes = 4 * MaximumBytes;

    private const string AntiforgeryField = "__RequestVerificationToken";

    public bool HasFiles => Fields.Any(one => one.Kind == PostedKind.File);

    /// <summary>The form of this request; null when there is none, it is too large, or another site sent it here.</summary>
    public static async Task<PostedForm?> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || !IsFromHere(request))
        {
            return null;
        }

        var isRead = context.Features.Get<IFormFeature>()?.Form is not null;
        if (!isRead && request.ContentLength is null or > MaximumBodyBytes)
        {
            return null;
        }

        try
        {
            var form = await request.ReadFormAsync(context.RequestAborted);
            var posted = new PostedForm(request.PathBase + request.Path + request.QueryString, FieldsOf(form));
            return posted.Fields.Where(field => field.Name != HeldForms.Field).Sum(field => Encoding.UTF8.GetByteCount(field.Name) + Encoding.UTF8.GetByteCount(field.Value)) <= MaximumBytes
                ? posted
                : null;
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            return null;
        }
    }

    // A page elsewhere could else put its words into somebody's mouth: they would be shown here with a button to send them.
    private static bool IsFromHere(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"] is [{ } site])
        {
            return site == "same-origin";
        }

        return request.Headers.Origin is not [{ } origin]
            || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }

    private static List<PostedField> FieldsOf(IFormCollection form)
    {
        var fields = new List<PostedField>();
        foreach (var (name, values) in form)
        {
            if (name != AntiforgeryField)
            {
                fields.AddRange(values.Select(value => PostedField.Of(name, value ?? "")));
            }
        }

        fields.AddRange(form.Files.Select(file => new PostedField(file.Name, "", PostedKind.File)).Distinct());
        return fields;
    }
}

/// <summary>One field and how it is shown again.</summary>
public sealed record PostedField(string Name, string Value, PostedKind Kind)
{
    private static readonly string[] SecretWords = ["password", "secret", "code"];

    /// <summary>The field's name in words: "Form.NewPassword" is told as "New password".</summary>
    public string Label
    {
        get
        {
            var name = Name[(Name.LastIndexOf('.') + 1)..];
            var label = new StringBuilder();
            foreach (var character in name)
            {
                label.Append(char.IsUpper(character) && label.Length > 0 ? $" {char.ToLowerInvariant(character)}" : character.ToString());
            }

            return label.Length == 0 ? "Your text" : char.ToUpperInvariant(label[0]) + label.ToString(1, label.Length - 1);
        }
    }

    internal static PostedField Of(string name, string value)
    {
        var isSecret = SecretWords.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));
        return isSecret
            ? new PostedField(name, "", PostedKind.Secret)
            : new PostedField(name, value, value.AsSpan().IndexOfAny(' ', '\n') >= 0 ? PostedKind.Text : PostedKind.Hidden);
    }
}

/// <summary>How a field is shown again: words to read and mend, values along the way, secrets and files to be given anew.</summary>
public enum PostedKind
{
    Hidden = 0,
    Text = 1,
    Secret = 2,
    File = 3,
}
