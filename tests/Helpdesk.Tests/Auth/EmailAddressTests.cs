using Helpdesk.Auth.Model;

namespace Helpdesk.Tests.Auth;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("kim@example.com", "kim@example.com")]
    [InlineData("  Kim.O'Neil+help@Example.COM ", "Kim.O'Neil+help@example.com")]
    [InlineData("kim@größe.example", "kim@xn--gre-6ka8i.example")]
    [InlineData("k@sub.domain.example", "k@sub.domain.example")]
    public void Bare_addresses_are_read(string text, string address) => Assert.Equal(address, EmailAddress.Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("kim")]
    [InlineData("@example.com")]
    [InlineData("kim@")]
    [InlineData("kim@localhost")]
    [InlineData("kim@example..com")]
    [InlineData("kim@-example.com")]
    [InlineData("kim@example.com.")]
    [InlineData("kim@127.0.0.1")]
    [InlineData("kim@[127.0.0.1]")]
    [InlineData("kim@exa mple.com")]
    [InlineData(".kim@example.com")]
    [InlineData("kim.@example.com")]
    [InlineData("k..m@example.com")]
    [InlineData("kim kowalski@example.com")]
    [InlineData("\"kim\"@example.com")]
    [InlineData("Kim <kim@example.com>")]
    [InlineData("kim@example.com, eve@example.com")]
    [InlineData("kim@example.com\r\nBcc: eve@example.com")]
    [InlineData("kim@example.com\0")]
    [InlineData("kím@example.com")]
    [InlineData("kim@example.c\u202Eom")]
    [InlineData("a@b@example.com")]
    public void Everything_else_is_not(string text) => Assert.Null(EmailAddress.Read(text));

    [Fact]
    public void Long_ones_are_not()
    {
        Assert.NotNull(EmailAddress.Read(new string('k', 64) + "@example.com"));
        Assert.Null(EmailAddress.Read(new string('k', 65) + "@example.com"));
        Assert.Null(EmailAddress.Read("kim@" + string.Join('.', Enumerable.Repeat("example", 40)) + ".com"));
    }
}
