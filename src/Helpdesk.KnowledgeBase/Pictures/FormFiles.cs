using Helpdesk.KnowledgeBase.Model;
using Helpdesk.Platform;
using Helpdesk.Platform.Files;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.KnowledgeBase.Pictures;

/// <summary>The files that a form brought; null where it brought none.</summary>
internal sealed record ReceivedFiles(Guid? File, Guid? Captions);

/// <summary>Takes in the files of an item's form.</summary>
internal sealed class FormFiles(FileIntake intake)
{
    public async Task<Outcome<ReceivedFiles>> ReceiveAsync(ItemType type, IFormFile? file, IFormFile? captions, Guid by, CancellationToken cancellationToken)
    {
        var main = await ReceiveAsync(ItemFiles.PlaceOf(type), file, by, cancellationToken);
        if (main.Refusal is { } refused)
        {
            return refused;
        }

        var second = await ReceiveAsync(type == ItemType.Video ? ItemFiles.Captions : null, captions, by, cancellationToken);
        return second.Refusal is { } why ? why : new ReceivedFiles(main.Value!.Id, second.Value!.Id);
    }

    private async Task<Outcome<Received>> ReceiveAsync(FilePlace? place, IFormFile? file, Guid by, CancellationToken cancellationToken)
    {
        if (place is null || file is null)
        {
            return new Received(null);
        }

        var stored = await intake.ReceiveAsync(place, IncomingFile.From(file), by, cancellationToken);
        return stored.Value is { } kept ? new Received(kept.Id) : stored.Refusal!;
    }

    private sealed record Received(Guid? Id);
}
