using Helpdesk.Platform;
using Helpdesk.Platform.Files;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.Tickets.Attach;

/// <summary>Takes in the files that came along with a composer's form. What is taken in stays attached when something else is refused.</summary>
internal sealed class PostedFiles(SendFileHandler send, CurrentUser user)
{
    /// <summary>The name of the form's file field.</summary>
    public const string Field = "files";

    /// <summary>Adds the files to the attached ones; a refusal that names each one that was not taken.</summary>
    public async Task<Refusal?> TakeInAsync(Guid? ticketId, HttpRequest request, List<Guid> attached, CancellationToken cancellationToken)
    {
        var sentences = new List<string>();
        foreach (var file in request.HasFormContentType ? request.Form.Files.GetFiles(Field) : [])
        {
            var sent = await send.ReceiveAsync(ticketId, IncomingFile.From(file), user, cancellationToken);
            if (sent.Value is { } received)
            {
                attached.Add(received.Id);
            }
            else if (sent.Refusal is Refusal.NotFound)
            {
                return sent.Refusal;
            }
            else
            {
                sentences.Add(SentenceOf(sent.Refusal!));
            }
        }

        return sentences.Count == 0 ? null
            : new Refusal.Invalid(new Dictionary<string, string[]> { [FileIntake.Ids] = [.. sentences.Distinct()] });
    }

    public static string SentenceOf(Refusal refusal) => refusal switch
    {
        Refusal.Invalid invalid => invalid.Errors.Values.First()[0],
        Refusal.Later later => later.Why,
        Refusal.Conflict conflict => conflict.Why,
        _ => throw new InvalidOperationException($"No sentence for {refusal}."),
    };
}
