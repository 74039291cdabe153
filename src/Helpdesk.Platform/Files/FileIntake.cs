using Helpdesk.Platform.Data;
using Helpdesk.Platform.Files.Checks;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Platform.Files;

/// <summary>
/// How files come in. The bytes are stored before the module saves what has them: the row that remembers them is saved
/// here, before the first byte, and a file that nothing uses in the end is swept.
/// </summary>
public sealed class FileIntake
{
    /// <summary>The field that sentences about sent files stand beside.</summary>
    public const string Files = "Files";

    /// <summary>The field that sentences about named files stand beside.</summary>
    public const string Ids = "AttachmentIds";

    private static readonly TimeSpan UploadTime = TimeSpan.FromMinutes(15);

    private readonly PlatformDbContext db;
    private readonly FileRules rules;
    private readonly FileQuota quota;
    private readonly Arrivals arrivals;
    private readonly TimeProvider clock;

    internal FileIntake(PlatformDbContext db, FileRules rules, FileQuota quota, Arrivals arrivals, TimeProvider clock)
    {
        this.db = db;
        this.rules = rules;
        this.quota = quota;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    /// <summary>How many files one thing may have there.</summary>
    public int MostIn(FilePlace place) => rules.MostIn(place);

    /// <summary>How many bytes one file may have there.</summary>
    public long LargestIn(FilePlace place) => rules.LargestIn(place);

    /// <summary>Takes a file whose bytes are at hand, as a form sends them. It may be named in <see cref="AcceptAsync"/> then.</summary>
    public async Task<Outcome<StoredFile>> ReceiveAsync(FilePlace place, IncomingFile incoming, Guid by, CancellationToken cancellationToken)
    {
        var expected = await ExpectAsync(place, incoming.Name, incoming.ContentType, incoming.Size, sha256: null, by, Files, cancellationToken);
        if (expected.Value is not { } file)
        {
            return expected;
        }

        await using var content = incoming.Open();
        return await arrivals.DecideAsync(file, place, content, cancellationToken) is { } down ? down
            : file.IsAdmitted ? file
            : new Refusal.Invalid(Files, file.Reason!);
    }

    /// <summary>Gives out an address to put the bytes to.</summary>
    public async Task<Outcome<UploadOffer>> OfferAsync(FilePlace place, UploadRequest request, Guid by, CancellationToken cancellationToken)
    {
        if (request.Sha256 is { Length: > 0 } claimed && (claimed.Length != 64 || !claimed.All(char.IsAsciiHexDigit)))
        {
            return new Refusal.Invalid(nameof(request.Sha256), "A SHA-256 has 64 hexadecimal digits.");
        }

        var expected = await ExpectAsync(
            place, request.Filename, request.ContentType, request.Size, request.Sha256?.ToLowerInvariant(), by, nameof(request.Filename), cancellationToken);
        if (expected.Value is not { } file)
        {
            return expected.Refusal!;
        }

        var expiresAt = clock.GetUtcNow() + UploadTime;
        return new UploadOffer(file.Id, arrivals.AddressFor(file, expiresAt), "PUT", new Dictionary<string, string> { ["Content-Type"] = file.ContentType }, expiresAt);
    }

    /// <summary>
    /// The named files in their order, for the one who sent them: what was uploaded is looked at now. Attach them with
    /// <see cref="FileShelf.Attach"/> in the same save as what has them.
    /// </summary>
    public async Task<Outcome<IReadOnlyList<StoredFile>>> AcceptAsync(
        FilePlace place, IReadOnlyCollection<Guid> ids, Guid by, CancellationToken cancellationToken)
    {
        var named = ids.Distinct().ToList();
        if (named.Count > rules.MostIn(place))
        {
            return new Refusal.Invalid(Ids, $"Add up to {rules.MostIn(place)} files.");
        }

        var found = await db.Files
            .Where(file => named.Contains(file.Id) && file.CreatedBy == by)
            .StillThere(db, clock.GetUtcNow())
            .ToDictionaryAsync(file => file.Id, cancellationToken);
        var accepted = new List<StoredFile>(named.Count);
        foreach (var id in named)
        {
            if (!found.TryGetValue(id, out var file) || !place.Holds(file))
            {
                return new Refusal.Invalid(Ids, "There is no such file. Add it again.");
            }

            if (file.State == FileState.Expected && await arrivals.TakeInAsync(file, place, cancellationToken) is { } refusal)
            {
                return refusal;
            }

            if (!file.IsAdmitted)
            {
                return new Refusal.Invalid(Ids, file.Reason!);
            }

            accepted.Add(file);
        }

        return accepted;
    }

    private async Task<Outcome<StoredFile>> ExpectAsync(
        FilePlace place, string called, string contentType, long size, string? sha256, Guid by, string field, CancellationToken cancellationToken)
    {
        var name = FileName.Clean(called);
        var (kind, why) = rules.Look(place, name, contentType, size);
        if (kind is null)
        {
            return new Refusal.Invalid(field, why!);
        }

        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var file = new StoredFile
        {
            Id = id,
            Key = $"{place.Prefix}/{id}{kind.Extension}",
            Store = arrivals.StoreName,
            Name = name,
            ContentType = kind.ContentType,
            Size = size,
            Sha256 = sha256,
            CreatedBy = by,
            CreatedAt = now,
            UnusedSince = now,
        };
        return await quota.AddAsync(file, cancellationToken) is { } full ? full : file;
    }
}
