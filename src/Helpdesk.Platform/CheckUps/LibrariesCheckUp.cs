using System.Runtime.InteropServices;

namespace Helpdesk.Platform.CheckUps;

internal sealed class LibrariesCheckUp : ICheckUp
{
    private const string Sodium = "libsodium.so.23";
    private const string PdfToText = "pdftotext";

    public string Name => "Libraries";

    public string Affects => "Signing in, and finding the text of PDF files.";

    public Task<Finding> LookAsync(CancellationToken cancellationToken) => Task.FromResult(Look());

    private static Finding Look()
    {
        if (!NativeLibrary.TryLoad(Sodium, out _))
        {
            return Finding.Broken($"{Sodium} is missing; nobody can sign in without it.", "Install the package libsodium23.");
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return folders.Any(folder => File.Exists(Path.Combine(folder, PdfToText)))
            ? Finding.Good($"{Sodium} and {PdfToText} are there.")
            : Finding.Doubtful($"{PdfToText} is missing; the text of PDF files will not be found.", "Install the package poppler-utils.");
    }
}
