using Helpdesk.Platform.Http;

namespace Helpdesk.Tests.Platform;

/// <summary>A file for spreadsheets runs nothing, and numbers stay numbers.</summary>
public sealed class CsvTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("  @x", "'  @x")]
    [InlineData("+49 30 1234", "'+49 30 1234")]
    [InlineData("-1+1", "'-1+1")]
    [InlineData("-", "'-")]
    [InlineData("- 5", "'- 5")]
    [InlineData("--5", "'--5")]
    [InlineData("-1e3", "'-1e3")]
    [InlineData("-0.5", "-0.5")]
    [InlineData("-12", "-12")]
    [InlineData("say \"hi\", then go", "\"say \"\"hi\"\", then go\"")]
    public void What_a_spreadsheet_would_run_is_text(string cell, string written) => Assert.Equal($"{written}\r\n", Csv.Line([cell]));
}
