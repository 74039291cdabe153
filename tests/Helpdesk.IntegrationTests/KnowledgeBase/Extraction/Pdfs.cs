using System.Globalization;
using System.Text;

namespace Helpdesk.IntegrationTests.KnowledgeBase.Extraction;

/// <summary>PDF files made by hand, sound and otherwise.</summary>
internal static class Pdfs
{
    public const string Encryption = "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + Key + "> /U <" + Key + "> >> /ID [<00> <00>]";

    private const string Key = "000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F";

    /// <summary>One page with the words, or none of them; ballast is bytes that no page shows.</summary>
    public static MemoryStream Saying(string words, string trailer = "", int ballast = 0)
    {
        var page = words.Length == 0 ? "" : $"BT /F1 12 Tf 72 720 Td ({words}) Tj ET";
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {page.Length} >>\nstream\n{page}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        var file = new MemoryStream();
        var places = new List<long>();
        Write(file, "%PDF-1.4\n");
        foreach (var (index, content) in objects.Index())
        {
            places.Add(file.Position);
            Write(file, $"{index + 1} 0 obj\n{content}\nendobj\n");
        }

        file.Write(new byte[ballast]);
        var table = file.Position;
        Write(file, $"xref\n0 {places.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places)
        {
            Write(file, string.Create(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n"));
        }

        Write(file, $"trailer << /Size {places.Count + 1} /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF\n");
        file.Position = 0;
        return file;
    }

    private static void Write(MemoryStream file, string text) => file.Write(Encoding.ASCII.GetBytes(text));
}
