// The command line.
console.log('claimcheck');
