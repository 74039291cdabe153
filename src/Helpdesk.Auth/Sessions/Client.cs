using System.Net;
using System.Net.Sockets;
using Helpdesk.Auth.Model;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.Auth.Sessions;

/// <summary>From where and with what a request comes, as far as it can be known.</summary>
internal sealed record Client(string Address, string Device)
{
    /// <summary>What limits count by: the address, or the network that one subscriber of IPv6 owns.</summary>
    public string Network { get; } = NetworkOf(Address);

    /// <summary>What the browser's cookie says it is, when it has signed in here before.</summary>
    public string? DeviceWord { get; init; }

    public static Client Of(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress;
        return new Client(
            (address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address)?.ToString() ?? "",
            DeviceNames.Describe(http.Request.Headers.UserAgent.ToString()))
        {
            DeviceWord = BrowserSessions.DeviceWordOf(http.Request),
        };
    }

    /// <summary>What the caller calls its session, when that is a name; else what it looks like.</summary>
    public string LabelOr(string? given) => given is not null && TextRules.IsPlainLine(given) && given.Trim() is { Length: > 0 } label ? label : Device;

    private static string NetworkOf(string address)
    {
        if (!IPAddress.TryParse(address, out var parsed) || parsed.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address;
        }

        var bytes = parsed.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes) + "/64";
    }
}
