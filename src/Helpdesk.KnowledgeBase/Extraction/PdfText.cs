using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Helpdesk.KnowledgeBase.Extraction;

/// <summary>
/// The text of a PDF by pdftotext, in a process that may use half a gibibyte of memory, ten seconds of processor time, no file and no
/// variable of ours.
/// </summary>
internal sealed class PdfText(TimeProvider clock)
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private const string Locked = "The file is protected by a password.";
    private const string Broken = "The file cannot be read; it seems to be broken.";
    private const string TooMuch = "The file needs too much time or memory to read.";
    private const int NotAllowed = 3;
    private const int NotStarted = 126;
    private const int EndedBySignal = 128;
    private const int ComplaintLength = 4_000;

    private static readonly string[] Call =
    [
        "--as=536870912", "--cpu=10", "--nofile=32", "--fsize=0", "--core=0", "--",
        "setpriv", "--no-new-privs",
        "pdftotext", "-enc", "UTF-8", "-nopgbrk", "-l", "200", "-", "-",
    ];

    public async Task<TextOf> ReadAsync(Stream pdf, CancellationToken cancellationToken)
    {
        using var process = new Process { StartInfo = Limited() };
        try
        {
            process.Start();
        }
        catch (Win32Exception exception)
        {
            return new TextOf.Later($"pdftotext cannot be started: {exception.Message}");
        }

        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            return await ReadAsync(process, pdf, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // That may be the machine's fault; the file's own use of the processor is limited besides.
            return new TextOf.Later(TooMuch);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static async Task<TextOf> ReadAsync(Process process, Stream pdf, CancellationToken cancellationToken)
    {
        // Both ends are read before the first byte is written: a full pipe would hold both sides.
        var text = KeepAsync(process.StandardOutput, cancellationToken);
        var complaint = BeginningAsync(process.StandardError, cancellationToken);
        await FeedAsync(process, pdf, cancellationToken);
        var kept = await text;
        var said = await complaint;
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode switch
        {
            0 => kept.Close(),
            NotAllowed => new TextOf.Refused(Locked),
            > EndedBySignal => new TextOf.Refused(TooMuch),
            >= NotStarted => new TextOf.Later($"pdftotext cannot be started: {said.Trim()}"),
            _ when said.Contains("Incorrect password", StringComparison.Ordinal) => new TextOf.Refused(Locked),
            _ => new TextOf.Refused(Broken),
        };
    }

    private static async Task FeedAsync(Process process, Stream pdf, CancellationToken cancellationToken)
    {
        await using var input = process.StandardInput.BaseStream;
        var piece = new byte[81_920];
        int read;
        while ((read = await pdf.ReadAsync(piece, cancellationToken)) > 0)
        {
            try
            {
                await input.WriteAsync(piece.AsMemory(0, read), cancellationToken);
            }
            catch (IOException)
            {
                // It has seen enough, or was ended: its exit code tells.
                return;
            }
        }
    }

    private static async Task<TextKept> KeepAsync(StreamReader output, CancellationToken cancellationToken)
    {
        var kept = new TextKept();
        var piece = new char[16_384];
        int read;
        while ((read = await output.ReadAsync(piece, cancellationToken)) > 0)
        {
            kept.Add(piece.AsSpan(0, read));
        }

        return kept;
    }

    private static async Task<string> BeginningAsync(StreamReader complaints, CancellationToken cancellationToken)
    {
        var beginning = new StringBuilder();
        var piece = new char[1_024];
        int read;
        while ((read = await complaints.ReadAsync(piece, cancellationToken)) > 0)
        {
            beginning.Append(piece, 0, Math.Min(read, ComplaintLength - beginning.Length));
        }

        return beginning.ToString();
    }

    private static ProcessStartInfo Limited()
    {
        var start = new ProcessStartInfo("prlimit", Call)
        {
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        var path = start.Environment["PATH"];
        start.Environment.Clear();
        start.Environment["PATH"] = path;
        start.Environment["LC_ALL"] = "C.UTF-8";
        return start;
    }
}
