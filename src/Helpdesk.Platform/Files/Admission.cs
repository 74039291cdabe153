using System.Security.Cryptography;
using Helpdesk.Platform.Files.Checks;
using Helpdesk.Platform.Files.Stores;

namespace Helpdesk.Platform.Files;

/// <summary>Lets bytes into the store that are what they claim to be. They are looked at here and stored from here, so nobody can change them in between.</summary>
internal sealed class Admission(FileStores stores, VirusScanner scanner)
{
    /// <summary>Decides on the file; the caller saves what was decided. Says what the scanner said, when it came to that.</summary>
    public async Task<ScanResult> DecideAsync(StoredFile file, FileKind kind, Stream content, CancellationToken cancellationToken)
    {
        var sha256 = await HashAsync(content, cancellationToken);
        if (content.Length != file.Size || (file.Sha256 is { } claimed && claimed != sha256))
        {
            file.Refuse($"{file.Name} did not arrive whole. Add it again.");
            return ScanResult.NotScanned;
        }

        file.Sha256 = sha256;
        if (!await FileInspector.IsReallyAsync(kind, content, cancellationToken))
        {
            file.Refuse(FileRules.NotReally(file.Name, kind));
            return ScanResult.NotScanned;
        }

        var scan = await scanner.ScanAsync(content, cancellationToken);
        if (scan == ScanResult.Infected)
        {
            file.Refuse(VirusIn(file));
            return scan;
        }

        content.Position = 0;
        await stores.Current.PutAsync(file.Key, content, file.ContentType, cancellationToken);
        file.Admit(stores.Current.Name, isClean: scan == ScanResult.Clean);
        return scan;
    }

    public static string VirusIn(StoredFile file) => $"{file.Name} holds a virus. It was not kept.";

    public static async Task<string> HashAsync(Stream content, CancellationToken cancellationToken)
    {
        content.Position = 0;
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
    }
}
