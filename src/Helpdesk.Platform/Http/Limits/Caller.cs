using System.Net.Sockets;
using Helpdesk.Platform.Security;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.Platform.Http.Limits;

/// <summary>Who is counted together: a person, a program by its key, or else the network that the request comes from.</summary>
internal readonly record struct Caller(Guid Id, bool IsKnown)
{
    // Whoever has one IPv6 address has the other 2^64 of its network as well.
    private const int NetworkBytes = 8;

    public static Caller Of(HttpContext context) => SessionIdentity.UserOf(context.User) is { IsSignedIn: true } user
        ? new Caller(user.Key?.Id ?? user.Id, true)
        : new Caller(AddressOf(context), false);

    /// <summary>The sixteen bytes of the network, so that no text is made for each request.</summary>
    public static Guid AddressOf(HttpContext context)
    {
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        if (context.Connection.RemoteIpAddress is { } address)
        {
            if (address.AddressFamily == AddressFamily.InterNetwork)
            {
                bytes[10] = 0xff;
                bytes[11] = 0xff;
                address.TryWriteBytes(bytes[12..], out _);
            }
            else
            {
                address.TryWriteBytes(bytes, out _);
                if (!address.IsIPv4MappedToIPv6)
                {
                    bytes[NetworkBytes..].Clear();
                }
            }
        }

        return new Guid(bytes);
    }
}
