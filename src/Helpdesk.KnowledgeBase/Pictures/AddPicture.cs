using Helpdesk.KnowledgeBase.Data;
using Helpdesk.Platform;
using Helpdesk.Platform.Files;

namespace Helpdesk.KnowledgeBase.Pictures;

internal sealed record AddPictureRequest
{
    /// <summary>A picture that the caller uploaded.</summary>
    public Guid AttachmentId { get; init; }
}

/// <summary>A picture of an item, by the address under which its text shows it for good.</summary>
internal sealed record PictureView(Guid Id, string Url, string Name);

/// <summary>Gives an item a picture, which its text may show from then on.</summary>
internal sealed class AddPictureHandler(KnowledgeBaseDbContext db, FileIntake intake)
{
    public async Task<Outcome<PictureView>> HandleAsync(Guid id, AddPictureRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        var found = await db.ToChangeAsync(id, version: null, user, cancellationToken);
        if (found.Value is null)
        {
            return found.Refusal!;
        }

        var accepted = await intake.AcceptAsync(ItemFiles.Pictures, [request.AttachmentId], user.Id, cancellationToken);
        return accepted.Value is { } files ? await AttachAsync(id, files[0], cancellationToken) : accepted.Refusal!.At(nameof(request.AttachmentId));
    }

    public async Task<Outcome<PictureView>> HandleAsync(Guid id, IncomingFile picture, CurrentUser user, CancellationToken cancellationToken)
    {
        var found = await db.ToChangeAsync(id, version: null, user, cancellationToken);
        if (found.Value is null)
        {
            return found.Refusal!;
        }

        var received = await intake.ReceiveAsync(ItemFiles.Pictures, picture, user.Id, cancellationToken);
        return received.Value is { } file ? await AttachAsync(id, file, cancellationToken) : received.Refusal!;
    }

    private async Task<PictureView> AttachAsync(Guid id, StoredFile file, CancellationToken cancellationToken)
    {
        FileShelf.Attach(db, new FileOwner(ItemFiles.Owner, id), [file]);
        await db.SaveChangesAsync(cancellationToken);
        return new PictureView(file.Id, ItemPictures.AddressOf(file.Id), file.Name);
    }
}
