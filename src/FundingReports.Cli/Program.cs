using System.Text;
using FundingReports.Cli;
using NodaTime;

var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using Stream stream = Console.OpenStandardOutput();
using var output = new StreamWriter(stream, utf8);
using var error = new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true };
if (OperatingSystem.IsWindows() && !Console.IsOutputRedirected)
    Console.OutputEncoding = utf8;
return Tool.Run(args, new Terminal(output, stream, error, SystemClock.Instance, Outputs.Real));
