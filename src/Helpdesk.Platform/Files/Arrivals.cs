using Helpdesk.Platform.Audit;
using Helpdesk.Platform.Data;
using Helpdesk.Platform.Files.Checks;
using Helpdesk.Platform.Files.Stores;

namespace Helpdesk.Platform.Files;

/// <summary>
/// Takes in what was put to a signed address. It was put under a key that nobody reads, because its address could be used again
/// after the look at it; what was looked at is what lies under the file's own key.
/// </summary>
internal sealed class Arrivals(PlatformDbContext db, FileStores stores, Admission admission, AuditLog audit)
{
    public const string Folder = "uploads";

    /// <summary>The store that expected files are put to.</summary>
    public string StoreName => stores.Current.Name;

    public string AddressFor(StoredFile file, DateTimeOffset expiresAt) =>
        stores.Of(file.Store).SignUpload(new UploadOrder(KeyOf(file), file.ContentType, file.Size, expiresAt));

    /// <summary>Looks at the bytes and saves what was decided; a refusal only when it could not be decided.</summary>
    public async Task<Refusal?> DecideAsync(StoredFile file, FilePlace place, Stream content, CancellationToken cancellationToken)
    {
        try
        {
            var kind = FileKind.Of(file.Name, place.Kinds) ?? throw new InvalidOperationException($"{place.Prefix} does not take {file.ContentType}.");
            if (await admission.DecideAsync(file, kind, content, cancellationToken) == ScanResult.Infected)
            {
                audit.AddInfected(db, file);
            }
        }
        catch (FileStoreDownException)
        {
            return FileStoreDown.ForUploads;
        }

        await db.SaveChangesAsync(cancellationToken);
        return null;
    }

    public async Task<Refusal?> TakeInAsync(StoredFile file, FilePlace place, CancellationToken cancellationToken)
    {
        try
        {
            var store = stores.Of(file.Store);
            await using var arrived = await store.OpenAsync(KeyOf(file), cancellationToken);
            if (arrived is null)
            {
                return new Refusal.Invalid(FileIntake.Ids, $"{file.Name} has not arrived yet.");
            }

            // One byte more than there should be is enough to see that it is wrong.
            await using var content = await Spool.TakeAsync(arrived, file.Size, cancellationToken);
            if (content is null)
            {
                file.Refuse($"{file.Name} did not arrive whole. Add it again.");
                await db.SaveChangesAsync(cancellationToken);
            }
            else if (await DecideAsync(file, place, content, cancellationToken) is { } refusal)
            {
                return refusal;
            }

            await store.DeleteAsync(KeyOf(file), cancellationToken);
            return null;
        }
        catch (FileStoreDownException)
        {
            return FileStoreDown.ForUploads;
        }
    }

    /// <summary>Where bytes lie that nobody has looked at.</summary>
    public static string KeyOf(StoredFile file) => $"{Folder}/{file.Id}";
}
