using Helpdesk.KnowledgeBase.ChangeItem;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.Platform;
using Helpdesk.Platform.Files;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.KnowledgeBase.Pictures;

/// <summary>The files that a form brought; null where it brought none. What was taken stays when the other one is refused.</summary>
internal sealed record ReceivedFiles(Guid? File, Guid? Captions, Refusal? Refusal);

/// <summary>Takes in the files of an item's form.</summary>
internal sealed class FormFiles(FileIntake intake)
{
    public async Task<ReceivedFiles> ReceiveAsync(ItemType type, IFormFile? file, IFormFile? captions, Guid by, CancellationToken cancellationToken)
    {
        var main = await ReceiveAsync(ItemFiles.PlaceOf(type), file, nameof(ItemForm.FileId), by, cancellationToken);
        var second = await ReceiveAsync(type == ItemType.Video ? ItemFiles.Captions : null, captions, nameof(ItemForm.CaptionsId), by, cancellationToken);
        return new ReceivedFiles(main.Value?.Id, second.Value?.Id, main.Refusal ?? second.Refusal);
    }

    private async Task<Outcome<Received>> ReceiveAsync(FilePlace? place, IFormFile? file, string field, Guid by, CancellationToken cancellationToken)
    {
        if (place is null || file is null)
        {
            return new Received(null);
        }

        var stored = await intake.ReceiveAsync(place, IncomingFile.From(file), by, cancellationToken);
        return stored.Value is { } kept ? new Received(kept.Id) : stored.Refusal!.At(field);
    }

    private sealed record Received(Guid? Id);
}
