using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.IntegrationTests.Auth.Kit;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Web.Commands;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.Auth;

public sealed class CreateAdminTests(AuthSite site) : IClassFixture<AuthSite>
{
    [Fact]
    public async Task An_administrator_is_made_and_signs_in()
    {
        var email = Accounts.NewEmail("ada");
        var (code, said) = await RunAsync(Accounts.Password + "\n", "--email", email, "--name", "Ada Brandt", "--password-stdin");
        Assert.Equal(0, code);
        Assert.Equal($"Ada Brandt ({email}) is an administrator now and signs in at http://localhost:8080/signin.", said);
        using var signedIn = await site.Program().LogInAsync(email);
        Assert.Equal("admin", (await signedIn.JsonAsync()).GetProperty("user").Text("role"));

        var (again, why) = await RunAsync(Accounts.Password, "--email", email, "--name", "Ada Brandt", "--password-stdin");
        Assert.Equal(1, again);
        Assert.Equal($"There is already an account with the address {email}.", why);
    }

    [Fact]
    public async Task What_is_refused_is_said_in_sentences()
    {
        var (code, said) = await RunAsync("short\n", "--email", "ada", "--name", "", "--password-stdin");
        Assert.Equal(1, code);
        Assert.Equal(
            ["Enter a name.", "Enter an e-mail address like name@example.com.", "Use at least 12 characters. A sentence is good."],
            said.Split('\n'));
        Assert.False(await site.WithAsync<AuthDbContext, bool>(db => db.Users.AnyAsync(user => user.Email == "ada" && user.Role == Role.Admin)));
    }

    [Theory]
    [InlineData]
    [InlineData("--email", "ada@example.com", "--name", "Ada")]
    [InlineData("--email", "ada@example.com", "--password-stdin")]
    [InlineData("--email", "ada@example.com", "--name", "Ada", "--password", "on the command line")]
    [InlineData("--email")]
    public async Task Wrong_use_shows_the_right_one(params string[] options)
    {
        var (code, said) = await RunAsync("", options);
        Assert.Equal(64, code);
        Assert.Equal(CreateAdminCommand.Usage, said);
    }

    private async Task<(int Code, string Said)> RunAsync(string input, params string[] options)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var reader = new StringReader(input);
        var code = await CreateAdminCommand.RunAsync(site.Services, ["create-admin", .. options], reader, output, default);
        return (code, output.ToString().TrimEnd('\n'));
    }
}
